import { useState } from 'react'
import { toMessage } from '#web/shared/api-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { type Template, useRenameTemplate } from './template-queries.ts'

interface RenameTemplateDialogProps {
  template: Template
  onClose: () => void
}

/** Gives a template another name or description. */
export const RenameTemplateDialog = ({ template, onClose }: RenameTemplateDialogProps) => {
  const rename = useRenameTemplate()
  const [name, setName] = useState(template.name)
  const [description, setDescription] = useState(template.description)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename template"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="rename-template"
            busy={rename.isPending}
            disabled={name.trim() === ''}
          >
            Rename
          </Button>
        </>
      }
    >
      <form
        id="rename-template"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate({ templateId: template.id, name, description }, { onSuccess: onClose })
        }}
      >
        <Field label="Name" error={rename.error === null ? undefined : toMessage(rename.error)}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={100}
              onFocus={({ target }) => target.select()}
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
