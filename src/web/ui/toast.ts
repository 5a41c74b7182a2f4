import type { ToastOptions } from './toast-options.ts'

/**
 * Says something in passing, read out by screen readers. What must not be missed belongs on the
 * screen instead. The toaster is loaded with the first toast.
 */
export const toast = (message: string, { tone = 'plain', ...options }: ToastOptions = {}): void => {
  void import('./toaster.tsx').then(({ showToast }) => showToast(message, tone, options))
}
