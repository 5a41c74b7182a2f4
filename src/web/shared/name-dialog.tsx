import { type ReactNode, useState } from 'react'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { toMessage } from './api-error.ts'
import { FormDialog } from './form-dialog.tsx'

interface NameDialogProps {
  title: string
  hint?: ReactNode
  /** What the form does, for example "Rename". */
  action: string
  name: string
  /** Null where there is only a name. */
  description: string | null
  busy: boolean
  /** Why the last try failed; null when it did not. */
  error: unknown
  onSubmit: (named: { name: string; description: string }) => void
  onClose: () => void
}

/** Asks what something is called and, of a template, what it is for. */
export const NameDialog = ({ onSubmit, onClose, ...given }: NameDialogProps) => {
  const [name, setName] = useState(given.name)
  const [description, setDescription] = useState(given.description ?? '')
  return (
    <FormDialog
      title={given.title}
      description={given.hint}
      action={given.action}
      busy={given.busy}
      ready={name.trim() !== ''}
      onSubmit={() => onSubmit({ name: name.trim(), description })}
      onClose={onClose}
    >
      <Field label="Name" error={given.error === null ? undefined : toMessage(given.error)}>
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
      {given.description !== null && (
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
      )}
    </FormDialog>
  )
}
