import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { useFocusReturn } from './use-focus-return.ts'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode
  wide?: boolean
  /** As large as the window allows, for what is worked in. */
  large?: boolean
  children?: ReactNode
}

/** A modal dialog; on a phone it comes up from the bottom edge. The focus goes back to where it was. */
export const Dialog = ({ open, onOpenChange, ...content }: DialogProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-black/40" />
      <Content {...content} />
    </Radix.Portal>
  </Radix.Root>
)

/** Drawn only while the dialog is open: it begins with what had the focus then. */
const Content = ({
  title,
  description,
  footer,
  wide = false,
  large = false,
  children,
}: Omit<DialogProps, 'open' | 'onOpenChange'>) => {
  const returnFocus = useFocusReturn()
  return (
    <Radix.Content
      onCloseAutoFocus={returnFocus}
      {...(description === undefined && { 'aria-describedby': undefined })}
      className={clsx(
        'fixed z-40 flex animate-rise flex-col bg-raised shadow-floating outline-none',
        'inset-x-0 bottom-0 rounded-t-xl sm:inset-auto sm:top-1/2 sm:left-1/2 sm:rounded-xl',
        'sm:-translate-x-1/2 sm:-translate-y-1/2',
        large
          ? 'h-[94dvh] sm:h-[min(52rem,92dvh)] sm:w-[min(84rem,96vw)]'
          : ['max-h-[min(44rem,92dvh)]', wide ? 'sm:w-[36rem]' : 'sm:w-[26rem]'],
      )}
    >
      <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
        <div className="min-w-0">
          <Radix.Title className="break-words font-semibold text-ink text-lg">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description className="mt-1 text-muted text-sm">{description}</Radix.Description>
          )}
        </div>
        <Radix.Close asChild>
          <IconButton icon={X} label="Close" className="-mr-2" tooltipSide="left" />
        </Radix.Close>
      </header>
      <div className={clsx('min-h-0 overflow-y-auto px-5 py-2', large && 'grow')}>{children}</div>
      {footer !== undefined && (
        <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-5">{footer}</footer>
      )}
    </Radix.Content>
  )
}
