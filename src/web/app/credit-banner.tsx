import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { CircleAlert, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Link } from '#web/shared/link.tsx'
import { useSession } from '#web/shared/session.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { dismissForToday, isDismissed } from './dismissed-banner.ts'

const tones = {
  low: 'bg-warning-soft text-warning-ink',
  empty: 'bg-danger-soft text-danger-ink',
}

/**
 * Says on every screen that credit runs out, to those who see to it; not to whoever took note of it
 * today, unless it got worse. The screens of billing say it themselves.
 */
export const CreditBanner = () => {
  const { id } = useSession().organisation
  const [path] = useLocation()
  const [, setDismissed] = useState<string>()
  const { data } = useQuery({
    // Below the balance's own, which is fetched anew after a top-up.
    queryKey: ['balance', 'level'],
    queryFn: () => call(api.v1.billing.balance.level.$get()),
    refetchInterval: 60_000,
  })
  if (data === undefined || data.level === 'enough' || path.startsWith('/billing')) return null
  const { level, available } = data
  const subject = `${id}/${level}`
  if (isDismissed(subject)) return null
  const isEmpty = level === 'empty'
  const Icon = isEmpty ? CircleAlert : TriangleAlert
  const title = isEmpty ? 'OTP credit is used up' : 'OTP credit is low'
  return (
    <section
      aria-label={title}
      className={clsx('flex items-start gap-3 px-4 py-2 sm:items-center sm:px-6', tones[level])}
    >
      <Icon aria-hidden="true" className="mt-1.5 size-4 shrink-0 sm:mt-0" />
      <p className="min-w-0 grow py-1">
        <span className="font-semibold">{title}.</span>{' '}
        {isEmpty
          ? 'No codes can be sent, and tasks with an OTP step can not go on. '
          : `${formatCredits(available)} Available Credits are left. `}
        <Link href="/billing/balance" className="font-medium underline underline-offset-2">
          Top up
        </Link>
      </p>
      <IconButton
        icon={X}
        label="Dismiss for today"
        tooltipSide="left"
        className="text-current!"
        onClick={() => {
          dismissForToday(subject)
          setDismissed(subject)
        }}
      />
    </section>
  )
}
