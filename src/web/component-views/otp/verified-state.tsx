import { ShieldCheck } from 'lucide-react'
import type { OtpAnswer } from '#domain/components/answer.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { labelOfChannel } from './describe-otp-answer.ts'

/** A step that is verified: locked, with the proof. */
export const VerifiedState = ({ answer }: { answer: OtpAnswer }) => (
  <div
    role="status"
    className="mt-3 flex animate-rise items-center gap-3 rounded-xl bg-success-soft p-3.5 text-success-ink"
  >
    <ShieldCheck aria-hidden="true" className="size-6 shrink-0" />
    <div className="min-w-0">
      <p className="font-semibold text-base">Verified</p>
      <p className="break-words text-sm">
        {answer.maskedRecipient} by {labelOfChannel(answer.channel)},{' '}
        <time dateTime={answer.verifiedAt}>{formatDateTime(answer.verifiedAt)}</time>
      </p>
    </div>
  </div>
)
