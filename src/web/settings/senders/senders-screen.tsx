import { useQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { Link } from '#web/shared/link.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { buttonClass } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { BrandedNumberSection } from './branded-number-section.tsx'
import { ChannelCard } from './channel-card.tsx'
import { SandboxCard } from './sandbox-card.tsx'
import { sendersQuery } from './sender-queries.ts'

/** Which way codes leave, by channel, and how that goes. */
export const SendersScreen = () => {
  const senders = useQuery(sendersQuery)
  const waiting = senders.data?.waitingNumbers ?? null
  return (
    <Screen
      title="Senders"
      description="Which way codes leave, by channel, and how that goes."
      actions={
        waiting !== null && (
          <Link href="/settings/senders/numbers" className={buttonClass()}>
            <Building2 aria-hidden="true" className="size-4" />
            Arrange branded numbers
            {waiting > 0 && <Badge tone="accent">{`${waiting} waiting`}</Badge>}
          </Link>
        )
      }
    >
      <QueryView
        query={senders}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(overview) => (
          <>
            {overview.hasSandbox && <SandboxCard overview={overview} />}
            <section aria-labelledby="channels" className="flex flex-col gap-3">
              <h2 id="channels" className="font-semibold text-base text-ink">
                Channels
              </h2>
              <ul className="grid gap-3 md:grid-cols-3">
                {overview.channels.map((sender) => (
                  <li key={sender.channel} className="grid">
                    <ChannelCard sender={sender} overview={overview} />
                  </li>
                ))}
              </ul>
            </section>
            <BrandedNumberSection overview={overview} />
          </>
        )}
      </QueryView>
    </Screen>
  )
}
