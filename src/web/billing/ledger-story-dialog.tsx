import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { LedgerStory } from '#contract/billing-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate, formatDateTime } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { useSession } from '#web/shared/session.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { ledgerStoryQuery } from './billing-queries.ts'
import { ledgerKinds } from './ledger-kinds.ts'

const accounts: Record<string, string> = {
  available: 'Available Credits',
  reserved: 'Reserved',
  revenue: 'Charged',
  top_ups: 'Top-ups',
  adjustments: 'Adjustments',
}

/** Whence an entry of the ledger: from the click that spent the credit to what came of it. */
export const LedgerStoryDialog = ({
  entryId,
  onClose,
}: {
  entryId: string
  onClose: () => void
}) => {
  const story = useQuery(ledgerStoryQuery(entryId))
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={story.data?.entry.description ?? 'Entry'}
    >
      <QueryView query={story} loading={<Skeleton className="h-56" />}>
        {(data) => (
          <div className="flex flex-col gap-5 pb-5">
            <Postings story={data} />
            {data.challenge !== null && (
              <Code
                challenge={data.challenge}
                rate={data.rate}
                credits={data.postings[0]?.credits ?? '0'}
              />
            )}
            {data.challenge !== null && (
              <Link
                href={`/billing/balance?taskId=${data.challenge.taskId}`}
                onClick={onClose}
                className="self-start text-accent-ink underline-offset-2 hover:underline"
              >
                All entries of this task
              </Link>
            )}
          </div>
        )}
      </QueryView>
    </Dialog>
  )
}

const Postings = ({ story: { postings, entry } }: { story: LedgerStory }) => (
  <section aria-label="Postings">
    <ol className="flex flex-col gap-2 border-line border-l pl-4">
      {postings.map(({ id, kind, from, to, credits, createdAt }) => (
        <li
          key={id}
          className={clsx('rounded-md px-2 py-1', id === entry.id && 'bg-accent-soft/60')}
        >
          <p className="flex flex-wrap items-center gap-2 text-ink">
            <Badge tone={ledgerKinds[kind].tone}>{ledgerKinds[kind].label}</Badge>
            <span className="font-medium tabular-nums">{`${formatCredits(credits)} credits`}</span>
            <span className="text-muted">{`${accounts[from] ?? from} → ${accounts[to] ?? to}`}</span>
          </p>
          <p className="text-muted text-xs">{formatDateTime(createdAt)}</p>
        </li>
      ))}
    </ol>
  </section>
)

type Challenge = NonNullable<LedgerStory['challenge']>

interface CodeProps {
  challenge: Challenge
  rate: LedgerStory['rate']
  /** What was set aside for it. */
  credits: string
}

/** "1.28 credits × 2 SMS": a text of several segments costs the rate as many times. */
const describeRate = (rate: NonNullable<CodeProps['rate']>, credits: string): string => {
  const [one, all] = [parseCredits(rate.credits), parseCredits(credits)]
  const times = one > 0n && all > one && all % one === 0n ? ` × ${all / one} SMS` : ''
  return `${formatCredits(rate.credits)} credits${times}, in force from ${formatDate(rate.effectiveFrom)} (${rate.source})`
}

const Code = ({ challenge, rate, credits }: CodeProps) => {
  // Billing reviewers have no screen of tasks.
  const seesTasks = useSession().role !== 'billing'
  const time = (iso: string | null) => (iso === null ? '–' : formatDateTime(iso))
  const outcome =
    challenge.failureCode === null
      ? challenge.status
      : `${challenge.status} (${challenge.failureCode})`
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
      <Fact label="Outcome">{outcome}</Fact>
      <Fact label="Rate">{rate === null ? '–' : describeRate(rate, credits)}</Fact>
      <Fact label="Flow">{`${challenge.flowName}, version ${challenge.flowVersion}`}</Fact>
      <Fact label="Step">{challenge.componentId}</Fact>
      <Fact label="Task">
        {seesTasks ? (
          <Link
            href={`/tasks/${challenge.taskId}`}
            className="break-all text-accent-ink underline-offset-2 hover:underline"
          >
            {challenge.taskId}
          </Link>
        ) : (
          challenge.taskId
        )}
      </Fact>
      <Fact label="Worker">{challenge.worker}</Fact>
      <Fact label="Recipient">{challenge.maskedRecipient}</Fact>
      <Fact label="Sent">{time(challenge.sentAt)}</Fact>
      <Fact label="Delivered">{time(challenge.deliveredAt)}</Fact>
      <Fact label="Verified">{time(challenge.verifiedAt)}</Fact>
      <Fact label="Provider’s message id">{challenge.providerMessageId ?? '–'}</Fact>
      <Fact label="Challenge">{challenge.id}</Fact>
    </dl>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{label}</dt>
    <dd className="min-w-0 break-words text-ink max-sm:mb-1.5">{children}</dd>
  </>
)
