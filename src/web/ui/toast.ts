import type { ToastOptions } from './toast-options.ts'

const fetchToaster = () => import('./toaster.tsx')

/** Fetches the toaster before it is needed: where a message must be shown offline too. */
export const prepareToasts = (): void => {
  // Whoever has something to say tries again.
  fetchToaster().catch(() => undefined)
}

/**
 * Says something in passing, read out by screen readers. What must not be missed belongs on the
 * screen instead. The toaster is loaded with the first toast.
 */
export const toast = (message: string, { tone = 'plain', ...options }: ToastOptions = {}): void => {
  void fetchToaster().then(({ showToast }) => showToast(message, tone, options))
}
