import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { NameDialog } from '#web/shared/name-dialog.tsx'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'

/** Keeps the flow as it is now as a template of the organisation. */
export const SaveTemplateDialog = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const client = useQueryClient()
  const { name, description } = flowOf(builder).settings
  const save = useMutation({
    mutationFn: async (named: { name: string; description: string }) => {
      await builder.autosave.flush()
      const { flowId } = builder
      return call(api.v1['flow-templates'].$post({ json: { flowId, ...named } }))
    },
    onSuccess: async (template) => {
      await client.invalidateQueries({ queryKey: ['flow-templates'] })
      builder.notify(`Saved as template "${template.name}"`, {
        description: 'It is under Flows → New → From template.',
      })
      onClose()
    },
  })
  return (
    <NameDialog
      title="Save as Template"
      hint="Everybody in the organisation who makes flows can start from a copy of it."
      action="Save"
      name={name}
      description={description}
      busy={save.isPending}
      error={save.error}
      onSubmit={(named) => save.mutate(named)}
      onClose={onClose}
    />
  )
}
