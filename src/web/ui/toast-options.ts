export type ToastTone = 'plain' | 'success' | 'error'

export interface ToastOptions {
  tone?: ToastTone
  description?: string
  /** A toast takes the place of another one with its id. */
  id?: string
  /** A button in the toast, for example Undo. */
  action?: { label: string; onClick: () => void }
}
