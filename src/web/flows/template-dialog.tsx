import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { DeleteTemplateDialog } from './delete-template-dialog.tsx'
import { useCreateFlow } from './flow-queries.ts'
import { RenameTemplateDialog } from './rename-template-dialog.tsx'
import { TemplateList } from './template-list.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { type Template, templatesQuery } from './template-queries.ts'

interface TemplateDialogProps {
  onClose: () => void
  onCreated: (flowId: string) => void
}

const matches = ({ name, description }: Template, words: string) =>
  `${name} ${description}`.toLowerCase().includes(words)

/** Chooses the template that a new flow starts from, by looking at it. */
export const TemplateDialog = ({ onClose, onCreated }: TemplateDialogProps) => {
  const templates = useQuery(templatesQuery())
  const create = useCreateFlow('The flow could not be made')
  const [search, setSearch] = useState('')
  const [wanted, setWanted] = useState<string>()
  const [asked, setAsked] = useState<{ about: 'rename' | 'delete'; template: Template }>()
  const words = search.trim().toLowerCase()
  const found = templates.data?.filter((template) => matches(template, words)) ?? []
  const chosen = found.find(({ id }) => id === wanted) ?? found[0]
  const stopAsking = () => setAsked(undefined)
  return (
    <>
      <Dialog
        open
        large
        onOpenChange={onClose}
        title="New from template"
        description="You get a copy that is yours to change."
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="primary"
              busy={create.isPending}
              disabled={chosen === undefined}
              onClick={() =>
                chosen &&
                create.mutate({ template: chosen.id }, { onSuccess: ({ id }) => onCreated(id) })
              }
            >
              Use this template
            </Button>
          </>
        }
      >
        <div className="grid h-full grid-cols-[minmax(0,1fr)] gap-5 max-sm:auto-rows-max sm:grid-cols-[18rem_minmax(0,1fr)] sm:grid-rows-1">
          <div className="flex min-h-0 flex-col gap-3">
            <Field label="Search templates" labelHidden>
              {(control) => (
                <Input
                  {...control}
                  type="search"
                  placeholder="Search templates"
                  value={search}
                  onChange={({ target }) => setSearch(target.value)}
                />
              )}
            </Field>
            <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto p-0.5 max-sm:max-h-64">
              <QueryView query={templates} loading={<ListSkeleton />}>
                {() =>
                  found.length === 0 ? (
                    <p className="text-muted text-sm">No template matches.</p>
                  ) : (
                    <TemplateList
                      templates={found}
                      chosen={chosen?.id}
                      onChoose={setWanted}
                      onRename={(template) => setAsked({ about: 'rename', template })}
                      onDelete={(template) => setAsked({ about: 'delete', template })}
                    />
                  )
                }
              </QueryView>
            </div>
          </div>
          {chosen && <TemplatePreview key={chosen.id} template={chosen} />}
        </div>
      </Dialog>
      {asked?.about === 'rename' && (
        <RenameTemplateDialog template={asked.template} onClose={stopAsking} />
      )}
      {asked?.about === 'delete' && (
        <DeleteTemplateDialog template={asked.template} onClose={stopAsking} />
      )}
    </>
  )
}
