import { House, type LucideIcon, PackageOpen, Truck } from 'lucide-react'
import { Dialog } from '#web/ui/dialog.tsx'
import { Spinner } from '#web/ui/spinner.tsx'
import { type NewFlow, useCreateFlow } from './flow-queries.ts'

const templates: {
  template: NonNullable<NewFlow['template']>
  name: string
  description: string
  icon: LucideIcon
}[] = [
  {
    template: 'last-mile-delivery',
    name: 'Last-mile delivery',
    description: 'Hand over a parcel; the receiver confirms by a code on WhatsApp.',
    icon: Truck,
  },
  {
    template: 'pickup',
    name: 'Pickup',
    description: 'Collect goods from a sender and confirm it by a code.',
    icon: PackageOpen,
  },
  {
    template: 'house-inspection',
    name: 'House inspection',
    description: 'Walk through a house, note its state, have the owner confirm it.',
    icon: House,
  },
]

interface TemplateDialogProps {
  onClose: () => void
  onCreated: (flowId: string) => void
}

/** Chooses the template that a new flow starts from. */
export const TemplateDialog = ({ onClose, onCreated }: TemplateDialogProps) => {
  const create = useCreateFlow('The flow could not be made')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New from template"
      description="You get a copy that is yours to change."
    >
      <ul className="flex flex-col gap-2 pb-4">
        {templates.map(({ template, name, description, icon: Icon }) => (
          <li key={template}>
            <button
              type="button"
              disabled={create.isPending}
              onClick={() => create.mutate({ template }, { onSuccess: ({ id }) => onCreated(id) })}
              className="flex w-full items-center gap-3 rounded-lg border border-line p-3 text-left transition-colors hover:border-control hover:bg-subtle"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-ink">
                {create.variables?.template === template && create.isPending ? (
                  <Spinner />
                ) : (
                  <Icon aria-hidden="true" className="size-4.5" />
                )}
              </span>
              <span>
                <span className="block font-medium text-ink">{name}</span>
                <span className="block text-muted text-xs">{description}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
