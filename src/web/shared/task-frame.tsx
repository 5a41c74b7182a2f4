import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link.tsx'

interface TaskFrameProps {
  title: string
  /** In a frame of the Flow Builder, that scrolls by itself and leads nowhere. */
  isPreview?: boolean
  /** Beside the title: how the saving goes. */
  status?: ReactNode
  /** Under the title: how far it is. */
  progress?: ReactNode
  /** Buttons at the lower edge, where the thumb is. */
  footer?: ReactNode
  children: ReactNode
}

const backClass = 'grid size-11 shrink-0 place-items-center rounded-lg text-muted'

/** The phone screen that a task is done on. */
export const TaskFrame = (props: TaskFrameProps) => {
  const { title, isPreview = false, status, progress, footer, children } = props
  const Body = isPreview ? 'div' : 'main'
  const icon = <ChevronLeft aria-hidden="true" className="size-6" />
  return (
    <div
      className={`mx-auto flex flex-col bg-canvas ${isPreview ? 'min-h-full' : 'min-h-dvh max-w-xl sm:border-line sm:border-x'}`}
    >
      <header className="sticky top-0 z-10 border-line border-b bg-surface">
        <div className="flex h-13 items-center gap-1 px-2">
          {isPreview ? (
            <span className={backClass}>{icon}</span>
          ) : (
            <Link
              href="/work"
              aria-label="My tasks"
              className={`${backClass} hover:bg-subtle hover:text-ink`}
            >
              {icon}
            </Link>
          )}
          <h1 className="min-w-0 grow truncate font-semibold text-ink text-lg">{title}</h1>
          {status}
        </div>
        {progress}
      </header>
      <Body
        {...(!isPreview && { id: 'main', tabIndex: -1 })}
        className="group/form grow px-4 py-5 outline-none"
        data-touch=""
      >
        {children}
      </Body>
      {footer !== undefined && (
        <footer className="sticky bottom-0 flex gap-3 border-line border-t bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {footer}
        </footer>
      )}
    </div>
  )
}
