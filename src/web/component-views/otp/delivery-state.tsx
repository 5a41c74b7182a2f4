import { Check, CheckCheck, Clock, TriangleAlert } from 'lucide-react'
import { Spinner } from '#web/ui/spinner.tsx'
import type { SentCode } from '../step-props.ts'

const icon = 'size-4 shrink-0'

/** Where a code is on its way, as the provider reports it. */
export const DeliveryState = ({ code, now }: { code: SentCode; now: number }) => (
  <div role="status" className="mt-3 flex items-start gap-2 text-muted text-sm [&>svg]:mt-0.5">
    <State code={code} now={now} />
  </div>
)

const State = ({ code, now }: { code: SentCode; now: number }) => {
  const isLive = ['created', 'sending', 'sent', 'delivered'].includes(code.status)
  if (code.status === 'expired' || (isLive && now >= Date.parse(code.expiresAt))) {
    return (
      <>
        <Clock aria-hidden="true" className={icon} /> The code has expired. Send a new one.
      </>
    )
  }
  if (code.status === 'failed') {
    return (
      <span className="flex gap-2 text-danger-ink">
        <TriangleAlert aria-hidden="true" className={`${icon} mt-0.5`} />
        {code.failure ?? 'The code could not be sent. Nothing was charged; try again.'}
      </span>
    )
  }
  if (code.status === 'exhausted') {
    return (
      <span className="flex gap-2 text-danger-ink">
        <TriangleAlert aria-hidden="true" className={`${icon} mt-0.5`} />
        Too many tries with this code. Send a new one.
      </span>
    )
  }
  if (code.status === 'delivered') {
    return (
      <span className="flex items-center gap-2 text-success-ink">
        <CheckCheck aria-hidden="true" className={icon} /> Delivered
      </span>
    )
  }
  if (code.status === 'sent') {
    return (
      <>
        <Check aria-hidden="true" className={icon} /> Sent
      </>
    )
  }
  return (
    <span className="flex items-center gap-2">
      <Spinner /> Sending…
    </span>
  )
}
