import { type ReactNode, useState } from 'react'
import type { ChannelSender, SenderOverview } from '#contract/sender-contract.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { channelIcons } from '#web/shared/channel-icons.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { TestSenderDialog } from './test-sender-dialog.tsx'

type Route = NonNullable<ChannelSender['route']>

const routes: Record<Route, { label: string; tone: BadgeTone }> = {
  official: { label: 'Set up', tone: 'success' },
  branded: { label: 'Branded', tone: 'success' },
  sandbox: { label: 'Sandbox', tone: 'accent' },
}

const explain = ({ channel }: ChannelSender, { brandedNumber }: SenderOverview): string =>
  channel === 'whatsapp' && brandedNumber !== null
    ? 'Waits for the branded number: the official one may not stand in.'
    : 'Nothing can be sent. Who runs this installation sets a sender up.'

/** One channel: what its messages come from, how that goes, and a way to try it. */
export const ChannelCard = ({
  sender,
  overview,
}: {
  sender: ChannelSender
  overview: SenderOverview
}) => {
  const { channel, route, from, lastSuccessAt, lastError, lastTest } = sender
  const [isTesting, setTesting] = useState(false)
  const label = channelLabels[channel]
  const Icon = channelIcons[channel]
  const badge = route === null ? { label: 'Not set up', tone: 'warning' as const } : routes[route]
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div className="flex items-center gap-2">
        <Icon aria-hidden="true" className="size-4 text-muted" />
        <h3 className="grow font-semibold text-base text-ink">{label}</h3>
        <Badge tone={badge.tone}>{badge.label}</Badge>
      </div>
      <p className="break-words text-muted">{from ?? explain(sender, overview)}</p>
      <dl className="flex grow flex-col gap-2">
        <Fact label="Last success">
          {lastSuccessAt ? <Ago at={lastSuccessAt} /> : 'None lately'}
        </Fact>
        <Fact label="Last error">
          {lastError === null ? (
            'None lately'
          ) : (
            <Told
              at={lastError.at}
              text={lastError.text}
              code={lastError.providerCode}
              isBad={!lastError.isAboutRecipient}
            />
          )}
        </Fact>
        {lastTest !== null && (
          <Fact label="Last test">
            <Told
              at={lastTest.at}
              text={lastTest.text}
              code={lastTest.providerCode}
              isBad={lastTest.outcome === 'refused'}
            />
          </Fact>
        )}
      </dl>
      <Button
        className="self-start"
        disabled={route === null}
        aria-label={`Send a test to me by ${label}`}
        onClick={() => setTesting(true)}
      >
        Send a test to me
      </Button>
      {isTesting && <TestSenderDialog sender={sender} onClose={() => setTesting(false)} />}
    </Card>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="text-muted text-xs">{label}</dt>
    <dd className="text-ink">{children}</dd>
  </div>
)

const Ago = ({ at }: { at: string }) => (
  <time dateTime={at} title={formatDateTime(at)}>
    {formatAgo(at, useNow(30_000))}
  </time>
)

interface ToldProps {
  at: string
  text: string
  /** What the provider calls it. */
  code: string | null
  isBad: boolean
}

/** What happened, in words, with its time and the provider's code for who looks it up there. */
const Told = ({ at, text, code, isBad }: ToldProps) => (
  <>
    <span className={isBad ? 'text-danger-ink' : ''}>{text}</span>
    <span className="block text-muted text-xs">
      <Ago at={at} />
      {code !== null && ` · code ${code}`}
    </span>
  </>
)
