import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface NoticeProps {
  icon: LucideIcon
  tone: 'warning' | 'danger'
  title: string
  action?: ReactNode
  children: ReactNode
}

const tones = {
  warning: 'bg-warning-soft text-warning-ink',
  danger: 'bg-danger-soft text-danger-ink',
}

/** Says across the screen what should not be missed. */
export const Notice = ({ icon: Icon, tone, title, action, children }: NoticeProps) => (
  <section aria-label={title} className={clsx('flex gap-3 rounded-lg px-4 py-3', tones[tone])}>
    <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
    <div className="min-w-0 grow">
      <p className="font-semibold">{title}</p>
      <div>{children}</div>
    </div>
    {action}
  </section>
)
