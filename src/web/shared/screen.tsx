import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useDocumentTitle } from './use-document-title.ts'

interface ScreenProps {
  title: string
  /** Beside the title, for example what it is for. */
  description?: ReactNode
  /** Buttons on the right. */
  actions?: ReactNode
  /** Above the title: a link back. */
  back?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** One screen of the app: names the document, carries the only h1 and the usual margins. */
export const Screen = ({ title, description, actions, back, narrow, children }: ScreenProps) => {
  useDocumentTitle(title)
  return (
    <div
      className={clsx(
        'mx-auto flex w-full flex-col gap-5 px-4 py-5 sm:px-8 sm:py-7',
        narrow ? 'max-w-3xl' : 'max-w-6xl',
      )}
    >
      {/* On a phone long buttons go below the title instead of squeezing it. */}
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-48">
          {back}
          <h1 className="break-words font-semibold text-ink text-xl tracking-tight">{title}</h1>
          {description !== undefined && (
            <p className="mt-0.5 max-w-prose text-muted text-sm">{description}</p>
          )}
        </div>
        {actions !== undefined && (
          <div className="flex shrink-0 flex-wrap justify-end gap-2">{actions}</div>
        )}
      </header>
      {children}
    </div>
  )
}
