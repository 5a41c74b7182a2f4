import { type ReactNode, useId, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { toMessage } from './api-error.ts'

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
  const form = useId()
  const [name, setName] = useState(given.name)
  const [description, setDescription] = useState(given.description ?? '')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={given.title}
      description={given.hint}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={form}
            busy={given.busy}
            disabled={name.trim() === ''}
          >
            {given.action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit({ name: name.trim(), description })
        }}
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
      </form>
    </Dialog>
  )
}
