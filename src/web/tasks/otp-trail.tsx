import { useQuery } from '@tanstack/react-query'
import { MessageSquareDashed } from 'lucide-react'
import type { Challenge } from '#contract/otp-contract.ts'
import type { Task } from '#contract/task-contract.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { channelIcons } from '#web/shared/channel-icons.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatClockTime, formatDateTime } from '#web/shared/format-time.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { otpTrailQuery } from './task-queries.ts'

const states: Record<Challenge['status'], { label: string; tone: BadgeTone }> = {
  created: { label: 'Waiting to be sent', tone: 'neutral' },
  sending: { label: 'Sending', tone: 'neutral' },
  sent: { label: 'Sent', tone: 'accent' },
  delivered: { label: 'Delivered', tone: 'accent' },
  verified: { label: 'Verified', tone: 'success' },
  expired: { label: 'Expired', tone: 'warning' },
  exhausted: { label: 'Too many tries', tone: 'danger' },
  failed: { label: 'Failed', tone: 'danger' },
  superseded: { label: 'Superseded', tone: 'neutral' },
}

/** Every code that was sent for a task: by what, when, what became of it, and what it cost. */
export const OtpTrail = ({ task }: { task: Task }) => {
  const trail = useQuery(otpTrailQuery(task.id))
  return (
    <section aria-labelledby="otp-trail" className="flex flex-col gap-3">
      <h2 id="otp-trail" className="font-semibold text-base text-ink">
        OTP trail
      </h2>
      <Card>
        <QueryView query={trail} loading={<ListSkeleton />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={MessageSquareDashed} title="No code was sent yet">
                Codes are sent when the worker asks for one.
              </EmptyState>
            ) : (
              <ol className="divide-y divide-line">
                {items.map((challenge) => (
                  <TrailEntry
                    key={challenge.challengeId}
                    challenge={challenge}
                    title={titleOf(task, challenge.componentId)}
                  />
                ))}
              </ol>
            )
          }
        </QueryView>
      </Card>
    </section>
  )
}

const titleOf = ({ document }: Task, componentId: string): string =>
  document.pages.flatMap(({ components }) => components).find(({ id }) => id === componentId)
    ?.title ?? componentId

const TrailEntry = ({ challenge, title }: { challenge: Challenge; title: string }) => {
  const { channel, status, maskedRecipient, costCredits, failure } = challenge
  const Icon = channelIcons[channel]
  const times = [
    ['Asked for', challenge.createdAt],
    ['Sent', challenge.sentAt],
    ['Delivered', challenge.deliveredAt],
    ['Verified', challenge.verifiedAt],
  ] as const
  return (
    <li className="flex gap-3 px-4 py-3">
      <span className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-full bg-subtle text-muted">
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium text-ink">{title}</span>
          <Badge tone={states[status].tone}>{states[status].label}</Badge>
        </p>
        <p className="break-words text-muted">
          {channelLabels[channel]} to {maskedRecipient}
        </p>
        {failure !== null && <p className="text-danger-ink">{failure}</p>}
        <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-xs tabular-nums">
          {times.map(
            ([label, iso]) =>
              iso !== null && (
                <span key={label}>
                  {label}{' '}
                  <time dateTime={iso} title={formatDateTime(iso)}>
                    {formatClockTime(iso)}
                  </time>
                </span>
              ),
          )}
        </p>
      </div>
      <p className="shrink-0 text-right text-ink tabular-nums">
        {formatCredits(costCredits)}
        <span className="block text-muted text-xs">credits</span>
      </p>
    </li>
  )
}
