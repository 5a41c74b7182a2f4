import { File, FileUp, LayoutTemplate, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '#web/ui/button.tsx'
import { MenuButton } from '#web/ui/menu-button.tsx'
import { useCreateFlow } from './flow-queries.ts'

const TemplateDialog = lazy(async () => ({
  default: (await import('./template-dialog.tsx')).TemplateDialog,
}))
const ImportFlowDialog = lazy(async () => ({
  default: (await import('./import-flow-dialog.tsx')).ImportFlowDialog,
}))

/** New: a blank flow at once, or by a dialog from a template or a file. */
export const NewFlowMenu = () => {
  const [dialog, setDialog] = useState<'template' | 'import'>()
  const [, navigate] = useLocation()
  const create = useCreateFlow('The flow could not be made')
  const close = () => setDialog(undefined)
  const open = (flowId: string) => navigate(`/flows/${flowId}`)
  const createBlank = () => create.mutate({}, { onSuccess: ({ id }) => open(id) })
  return (
    <>
      <MenuButton
        items={[
          { label: 'Blank flow', icon: File, onSelect: createBlank },
          {
            label: 'From template',
            icon: LayoutTemplate,
            onSelect: () => setDialog('template'),
          },
          { label: 'Import a file', icon: FileUp, onSelect: () => setDialog('import') },
        ]}
        trigger={(props) => (
          <Button {...props} variant="primary" busy={create.isPending}>
            {!create.isPending && <Plus aria-hidden="true" className="size-4" />}
            New
          </Button>
        )}
      />
      <Suspense>
        {dialog === 'template' && <TemplateDialog onClose={close} onCreated={open} />}
        {dialog === 'import' && <ImportFlowDialog onClose={close} onCreated={open} />}
      </Suspense>
    </>
  )
}
