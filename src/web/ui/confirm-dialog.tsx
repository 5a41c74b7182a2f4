import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  /** The question, for example `Delete "Pickup"?`. */
  title: string
  description: ReactNode
  /** What is done, for example "Delete". */
  action: string
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something is done that takes something away. */
export const ConfirmDialog = ({
  title,
  description,
  action,
  busy,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => (
  <Dialog
    open
    onOpenChange={onClose}
    title={title}
    description={description}
    footer={
      <>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="danger" busy={busy} onClick={onConfirm}>
          {action}
        </Button>
      </>
    }
  />
)
