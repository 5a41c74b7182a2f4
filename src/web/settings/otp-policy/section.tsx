import { type ReactNode, useId } from 'react'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import { Card } from '#web/ui/card.tsx'

/** What a part of the form gets: the draft, and the one door through which it changes. */
export interface SectionProps {
  policy: OtpPolicy
  change: (part: Partial<OtpPolicy>) => void
  /** What is wrong with a setting, by its path. */
  errors: ReadonlyMap<string, string>
}

interface PolicySectionProps {
  title: string
  description?: ReactNode
  children: ReactNode
}

/** Settings that belong together, under a heading. */
export const PolicySection = ({ title, description, children }: PolicySectionProps) => {
  const id = useId()
  return (
    <Card className="p-4 sm:p-5">
      <section aria-labelledby={id} className="flex flex-col gap-4">
        <div>
          <h2 id={id} className="font-semibold text-base text-ink">
            {title}
          </h2>
          {description !== undefined && (
            <p className="mt-0.5 max-w-3xl text-muted text-sm">{description}</p>
          )}
        </div>
        {children}
      </section>
    </Card>
  )
}
