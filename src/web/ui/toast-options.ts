export type ToastTone = 'plain' | 'success' | 'error'

export interface ToastOptions {
  tone?: ToastTone
  description?: string
  /** A button in the toast, for example Undo. */
  action?: { label: string; onClick: () => void }
}
