import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { answerOf } from '#domain/components/answer.ts'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { minute, second } from '#domain/shared/clock.ts'
import { seePages } from '#domain/task/see-pages.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Button } from '#web/ui/button.tsx'
import { listShown } from '../run/run.ts'
import { usePreview, usePreviewState } from '../use-preview.ts'
import {
  findOutcomeObjection,
  type Outcome,
  outcomeLabels,
  outcomes,
  playOutcome,
} from './play-outcome.ts'
import { findNewest, type TestChallenge } from './test-challenge.ts'

const skips = [
  { label: '30 s later', time: 30 * second },
  { label: '5 min later', time: 5 * minute },
  { label: '15 min later', time: 15 * minute },
]

/** The OTP steps that the phone shows now. */
const useShownOtps = (): OtpComponent[] => {
  const preview = usePreview()
  const run = usePreviewState((state) => state.run)
  if (run.stage !== 'walk' || run.path.length === 0) return []
  const way = listShown(preview.scene(), run)
  const { visible } = seePages(way, run.answers)
  return (way.at(-1)?.components ?? []).flatMap((component) =>
    component.type === 'otp' && visible.has(component.id) ? [component] : [],
  )
}

/** Under the phone where it shows an OTP step: the code, every outcome by one click, and time. */
export const OtpBench = () => {
  const otps = useShownOtps()
  return otps.map((otp) => <Bench key={otp.id} otp={otp} />)
}

const Bench = ({ otp }: { otp: OtpComponent }) => {
  const preview = usePreview()
  const newest = usePreviewState(({ run }) => findNewest(run.challenges, otp.id))
  const isVerified = usePreviewState(({ run }) => answerOf(run.answers, otp.id) !== null)
  const [isPlaying, setPlaying] = useState(false)
  const play = (outcome: Outcome) => {
    setPlaying(true)
    void playOutcome(preview, otp, outcome).finally(() => setPlaying(false))
  }
  return (
    <section aria-label={`Test of ${otp.title}`} className="flex flex-col gap-3 px-3">
      <Message challenge={newest} />
      <div>
        <h3 className="mb-1.5 truncate font-medium text-ink text-xs">{`What comes of ${otp.title}`}</h3>
        <div className="flex flex-wrap gap-1.5">
          {outcomes.map((outcome) => {
            const objection = findOutcomeObjection(otp, outcome)
            return (
              <Button
                key={outcome}
                size="small"
                busy={isPlaying}
                disabled={objection !== undefined}
                title={objection}
                onClick={() => play(outcome)}
              >
                {outcomeLabels[outcome]}
              </Button>
            )
          })}
        </div>
      </div>
      <div>
        <h3 className="mb-1.5 font-medium text-ink text-xs">Let time pass</h3>
        <div className="flex flex-wrap gap-1.5">
          {skips.map(({ label, time }) => (
            <Button key={label} size="small" onClick={() => preview.skip(time, label)}>
              {label}
            </Button>
          ))}
          {isVerified && (
            <Button size="small" onClick={() => preview.reopen(otp.id)}>
              Try again from the start
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

/** What the recipient would read now. */
const Message = ({ challenge }: { challenge: TestChallenge | undefined }) => (
  <div className="rounded-lg bg-subtle px-3 py-2 text-xs">
    <p className="font-medium text-muted">Test mode: nothing is sent, nothing is charged</p>
    {challenge !== undefined && challenge.code !== '' && challenge.state !== 'failed' ? (
      <p role="status" className="mt-1.5 flex items-start gap-2 text-ink">
        <MessageSquareText aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-muted" />
        <span>
          {`${channelLabels[challenge.channel]} to ${challenge.maskedRecipient}: your code is `}
          <strong className="select-all font-mono text-sm tabular-nums">{challenge.code}</strong>
          {challenge.credits !== null && (
            <span className="block text-muted">
              {`In the field this costs ${formatCredits(challenge.credits)} credits`}
            </span>
          )}
        </span>
      </p>
    ) : (
      <p className="mt-1.5 text-muted">The message to the recipient appears here.</p>
    )}
  </div>
)
