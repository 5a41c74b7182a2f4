import { type ReactNode, useId } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { toMessage } from './api-error.ts'

interface FormDialogProps {
  title: string
  description?: ReactNode
  /** What the form does, for example "Rename". */
  action: string
  /** Whether it takes something away. */
  danger?: boolean
  /** What closes it without doing anything. */
  cancel?: string
  busy: boolean
  /** Whether what is filled in can be sent. */
  ready?: boolean
  /** Why the last try failed, where no field says so itself. */
  error?: Error | null
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog that is a form: its button and Enter send it, a refusal is read out under the fields. */
export const FormDialog = ({
  danger = false,
  cancel = 'Cancel',
  ready = true,
  error = null,
  ...given
}: FormDialogProps) => {
  const form = useId()
  return (
    <Dialog
      open
      onOpenChange={given.onClose}
      title={given.title}
      description={given.description}
      footer={
        <>
          <Button onClick={given.onClose}>{cancel}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            type="submit"
            form={form}
            busy={given.busy}
            disabled={!ready}
          >
            {given.action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4 pb-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !given.busy) given.onSubmit()
        }}
      >
        {given.children}
        {error !== null && (
          <p role="alert" className="font-medium text-danger-ink text-sm">
            {toMessage(error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
