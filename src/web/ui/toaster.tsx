import { createRoot } from 'react-dom/client'
import { toast as sonner, Toaster } from 'sonner'
import type { ToastOptions, ToastTone } from './toast-options.ts'

let mounted = false

/** Mounts the toaster beside the app, once. */
const mountToaster = () => {
  if (mounted) return
  mounted = true
  const host = document.body.appendChild(document.createElement('div'))
  createRoot(host).render(
    <Toaster
      // Not at the right: there are the settings, and the buttons of dialogs.
      position="bottom-center"
      offset={{ bottom: '16px' }}
      mobileOffset={{ bottom: '72px' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg bg-raised px-4 py-3 text-sm text-ink shadow-floating sm:w-88',
          content: 'min-w-0 grow',
          title: 'font-medium',
          description: 'text-muted text-xs',
          success: '[&_[data-icon]]:text-success',
          error: '[&_[data-icon]]:text-danger-ink',
          actionButton:
            'shrink-0 rounded-md px-2 py-1 font-medium text-accent-ink text-sm hover:bg-subtle',
        },
      }}
    />,
  )
}

/** Shows one toast; use `toast` of toast.ts, which loads this file. */
export const showToast = (
  message: string,
  tone: ToastTone,
  options: Omit<ToastOptions, 'tone'>,
): void => {
  mountToaster()
  const show = tone === 'plain' ? sonner : sonner[tone]
  // A message in the place of an earlier one keeps nothing of it, above all not its button.
  // The same message again is still one message.
  show(message, { id: message, action: undefined, description: undefined, ...options })
}
