import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'

/** Keeps the flow as it is now as a template of the organisation. */
export const SaveTemplateDialog = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const client = useQueryClient()
  const [name, setName] = useState(flowOf(builder).settings.name)
  const [description, setDescription] = useState(flowOf(builder).settings.description)
  const save = useMutation({
    mutationFn: async () => {
      await builder.autosave.flush()
      const { flowId } = builder
      return call(api.v1['flow-templates'].$post({ json: { flowId, name, description } }))
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
    <Dialog
      open
      onOpenChange={onClose}
      title="Save as Template"
      description="Everybody in the organisation who makes flows can start from a copy of it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="save-template"
            busy={save.isPending}
            disabled={name.trim() === ''}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id="save-template"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Field label="Name" error={save.error === null ? undefined : toMessage(save.error)}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={100}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label="Description">
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={description}
              maxLength={1_000}
              onChange={({ target }) => setDescription(target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
