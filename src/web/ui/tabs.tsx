import clsx from 'clsx'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Tab {
  value: string
  label: ReactNode
  content: ReactNode
}

interface TabsProps {
  /** What the tabs choose between, for screen readers. */
  label: string
  tabs: readonly Tab[]
  value: string
  onChange: (value: string) => void
  className?: string
}

/** Panels of which one is shown; arrow keys move between the tabs. */
export const Tabs = ({ label, tabs, value, onChange, className }: TabsProps) => (
  <Radix.Root
    value={value}
    onValueChange={onChange}
    className={clsx('flex min-h-0 flex-col', className)}
  >
    <Radix.List aria-label={label} className="flex shrink-0 gap-1 border-line border-b px-2">
      {tabs.map((tab) => (
        <Radix.Trigger
          key={tab.value}
          value={tab.value}
          className={clsx(
            '-mb-px inline-flex h-9 items-center gap-1.5 border-transparent border-b-2 px-2 font-medium text-muted text-sm',
            'hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink',
          )}
        >
          {tab.label}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {tabs.map((tab) => (
      <Radix.Content
        key={tab.value}
        value={tab.value}
        className="min-h-0 grow overflow-y-auto focus-visible:-outline-offset-2"
      >
        {tab.content}
      </Radix.Content>
    ))}
  </Radix.Root>
)
