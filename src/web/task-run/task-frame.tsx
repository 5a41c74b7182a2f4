import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '#web/shared/link.tsx'

interface TaskFrameProps {
  title: string
  /** Beside the title: how the saving goes. */
  status?: ReactNode
  /** Under the title: how far it is. */
  progress?: ReactNode
  /** Buttons at the lower edge, where the thumb is. */
  footer?: ReactNode
  children: ReactNode
}

/** The phone screen that a task is done on. */
export const TaskFrame = ({ title, status, progress, footer, children }: TaskFrameProps) => (
  <div className="mx-auto flex min-h-dvh max-w-xl flex-col bg-canvas sm:border-line sm:border-x">
    <header className="sticky top-0 z-10 border-line border-b bg-surface">
      <div className="flex h-13 items-center gap-1 px-2">
        <Link
          href="/work"
          aria-label="My tasks"
          className="grid size-11 shrink-0 place-items-center rounded-lg text-muted hover:bg-subtle hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-6" />
        </Link>
        <h1 className="min-w-0 grow truncate font-semibold text-ink text-lg">{title}</h1>
        {status}
      </div>
      {progress}
    </header>
    <main id="main" tabIndex={-1} className="group/form grow px-4 py-5 outline-none" data-touch="">
      {children}
    </main>
    {footer !== undefined && (
      <footer className="sticky bottom-0 flex gap-3 border-line border-t bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        {footer}
      </footer>
    )}
  </div>
)
