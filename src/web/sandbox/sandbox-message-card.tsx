import type { ReactNode } from 'react'
import type { SandboxMessage } from '#contract/sandbox-contract.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { channelIcons } from '#web/shared/channel-icons.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { outcomeNames } from './outcome-names.ts'
import { useReportOutcome } from './sandbox-queries.ts'

interface MessageProps {
  message: SandboxMessage
}

/** One message as its recipient would see it, with what became of it. */
export const SandboxMessageCard = ({ message }: MessageProps) => {
  const { id, channel, recipient, outcome, createdAt, code } = message
  const report = useReportOutcome(id)
  const Icon = channelIcons[channel]
  const View = views[channel]
  return (
    <Card className="overflow-hidden">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <p className="min-w-0 grow break-all">
          <span className="font-medium text-ink">{recipient}</span>{' '}
          <span className="text-muted">by {channelLabels[channel]}</span>
        </p>
        <time dateTime={createdAt} className="text-muted text-xs">
          {formatDateTime(createdAt)}
        </time>
      </header>
      <View message={message} />
      <footer className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2.5">
        <Badge tone={outcome === 'delivered' ? 'success' : 'warning'}>
          {outcomeNames[outcome]}
        </Badge>
        <span className="grow" />
        {outcome !== 'delivered' && (
          <Button size="small" busy={report.isPending} onClick={() => report.mutate('delivered')}>
            Report delivered
          </Button>
        )}
        {outcome !== 'undeliverable' && (
          <Button
            size="small"
            busy={report.isPending}
            onClick={() => report.mutate('undeliverable')}
          >
            Report undeliverable
          </Button>
        )}
        {channel !== 'whatsapp' && <CopyButton text={code} label="Copy code" />}
      </footer>
    </Card>
  )
}

/** A mail: sender, subject, text. */
const MailView = ({ message: { sender, subject, text } }: MessageProps) => (
  <div className="px-4 py-3">
    <p className="break-words font-semibold text-base text-ink">{subject}</p>
    <p className="break-all text-muted text-xs">from {sender}</p>
    <p className="mt-3 whitespace-pre-wrap break-words text-base text-ink">{text}</p>
  </div>
)

/** An SMS: a grey bubble under the sender's number or name. */
const SmsView = ({ message: { sender, text } }: MessageProps) => (
  <Chat sender={sender}>
    <p className="max-w-80 whitespace-pre-wrap break-words rounded-2xl rounded-bl-sm bg-subtle px-3.5 py-2 text-base text-ink">
      {text}
    </p>
  </Chat>
)

/** A WhatsApp authentication template: the text, *bold* as WhatsApp shows it, then its one button. */
const WhatsAppView = ({ message: { sender, text, code } }: MessageProps) => (
  <Chat sender={sender}>
    <div className="w-full max-w-80 overflow-hidden rounded-xl rounded-tl-sm bg-success-soft">
      <p className="whitespace-pre-wrap break-words px-3.5 py-2.5 text-base text-ink">
        {text
          .split(/\*([^*\n]+)\*/)
          .map((part, index) => (index % 2 === 1 ? <strong key={part}>{part}</strong> : part))}
      </p>
      <CopyButton
        text={code}
        label="Copy code"
        variant="ghost"
        className="w-full rounded-none border-success/25 border-t text-success-ink"
      />
    </div>
  </Chat>
)

const Chat = ({ sender, children }: { sender: string; children: ReactNode }) => (
  <div className="px-4 py-3">
    <p className="mb-1.5 text-muted text-xs">{sender}</p>
    {children}
  </div>
)

const views: Record<Channel, (props: MessageProps) => ReactNode> = {
  email: MailView,
  sms: SmsView,
  whatsapp: WhatsAppView,
}
