import { formatCountdown } from '#web/shared/format-time.ts'
import { Button } from '#web/ui/button.tsx'
import type { SentCode } from '../step-props.ts'

interface ResendButtonProps {
  code: SentCode
  now: number
  /** Whether it is the next thing to do. */
  prominent: boolean
  busy: boolean
  onResend: () => void
}

/** Sends a new code, which voids the old one; counts down until it may. */
export const ResendButton = ({ code, now, prominent, busy, onResend }: ResendButtonProps) => {
  const wait = (Date.parse(code.resendAt) - now) / 1_000
  return (
    <Button
      variant={prominent ? 'primary' : 'ghost'}
      size="large"
      busy={busy}
      disabled={wait > 0}
      onClick={onResend}
    >
      {wait > 0 ? (
        <span className="tabular-nums">Resend Code in {formatCountdown(wait)}</span>
      ) : (
        'Resend Code'
      )}
    </Button>
  )
}
