import { useState } from 'react'
import type { SenderOverview } from '#contract/sender-contract.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { Link } from '#web/shared/link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { useChangeSenders } from './sender-queries.ts'

const listNames = (channels: SenderOverview['channels']): string =>
  channels.map(({ channel }) => channelLabels[channel]).join(', ')

const describe = (isOn: boolean, others: string): string => {
  if (isOn) return 'All codes go to the sandbox inbox, and nobody real gets a message.'
  return others === ''
    ? 'Codes go to people, and cost credit.'
    : `Codes go to people where there is a sender. Those by ${others} still go to the sandbox inbox.`
}

/** Where codes go: to the sandbox inbox, or to people. */
export const SandboxCard = ({ overview }: { overview: SenderOverview }) => {
  const { settings, channels } = overview
  const change = useChangeSenders()
  const [isLeaving, setLeaving] = useState(false)
  const inSandbox = channels.filter(({ route }) => route === 'sandbox')
  const isOn = settings.sandbox ?? inSandbox.length === channels.length
  const others = isOn ? '' : listNames(inSandbox)
  const set = (sandbox: boolean) =>
    change.mutate({ ...settings, sandbox }, { onSuccess: () => setLeaving(false) })
  return (
    <Card className="flex flex-col items-start gap-2 p-4">
      <Switch
        label="Sandbox"
        description={describe(isOn, others)}
        checked={isOn}
        disabled={change.isPending}
        onChange={(checked) => (checked ? set(true) : setLeaving(true))}
        className="w-full"
      />
      {inSandbox.length > 0 && (
        <div className="flex flex-wrap gap-x-4">
          <Link href="/sandbox" className="font-medium text-accent-ink hover:underline">
            Open the sandbox inbox
          </Link>
          {others !== '' && (
            <button
              type="button"
              className="font-medium text-accent-ink hover:underline"
              onClick={() => setLeaving(true)}
            >
              Leave the sandbox altogether
            </button>
          )}
        </div>
      )}
      <Dialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title="Send codes to people?"
        description="From now on codes go to their recipients, and each of them costs credit."
        footer={
          <>
            <Button onClick={() => setLeaving(false)}>Cancel</Button>
            <Button variant="primary" busy={change.isPending} onClick={() => set(false)}>
              Send to people
            </Button>
          </>
        }
      >
        <p className="pb-2 text-muted">
          A channel without a sender can not be used then: the steps that send by it are shown under
          Problems in the Flow Builder.
        </p>
      </Dialog>
    </Card>
  )
}
