import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useState } from 'react'
import type { ChannelSender, SenderTest } from '#contract/sender-contract.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { formatCredits } from '#web/shared/format-credits.ts'
import { useSession } from '#web/shared/session.ts'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { testPriceQuery, useTestSender } from './sender-queries.ts'

const tones: Record<NonNullable<SenderTest['outcome']>, string> = {
  accepted: 'bg-success-soft text-success-ink',
  refused: 'bg-danger-soft text-danger-ink',
  unknown: 'bg-warning-soft text-warning-ink',
}

const describeCost = (route: ChannelSender['route'], credits: string | null | undefined) => {
  if (route === 'sandbox') return 'Free: it goes to the sandbox inbox.'
  return credits ? `Costs ${formatCredits(credits)} credits.` : 'Costs what a code costs there.'
}

interface TestSenderDialogProps {
  sender: ChannelSender
  onClose: () => void
}

/** Sends a message by a channel to who asks for it, and says what came of it. */
export const TestSenderDialog = ({ sender, onClose }: TestSenderDialogProps) => {
  const { channel, route } = sender
  const { user, organisation } = useSession()
  const test = useTestSender()
  const [typed, setTyped] = useState('')
  const [key, setKey] = useState(() => crypto.randomUUID())
  const isEmail = channel === 'email'
  const recipient = isEmail ? user.email : typed.trim()
  const price = useQuery(
    testPriceQuery(channel, useDebouncedValue(recipient, 300), organisation.homeCountry),
  )
  const send = () =>
    test.mutate(
      { channel, recipient: isEmail ? null : recipient, key },
      { onSuccess: () => setKey(crypto.randomUUID()) },
    )
  const objection = typed === '' ? undefined : (price.data?.objection ?? undefined)
  return (
    <FormDialog
      title={`Test ${channelLabels[channel]}`}
      description={
        isEmail
          ? `A message with a code that opens nothing goes to ${user.email}.`
          : 'A message with a code that opens nothing goes to your phone.'
      }
      action="Send the test"
      cancel="Close"
      busy={test.isPending}
      ready={recipient !== '' && objection === undefined}
      onSubmit={send}
      onClose={onClose}
    >
      {!isEmail && (
        <Field label="Your phone number" error={objection}>
          {(control) => (
            <Input
              {...control}
              type="tel"
              autoComplete="tel"
              placeholder="+62 812 3456 7890"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value)
                test.reset()
              }}
            />
          )}
        </Field>
      )}
      <p className="text-muted">
        {describeCost(route, price.data?.credits)} At most 5 tests in 10 minutes.
      </p>
      <div role="status">
        {test.error !== null && <Answer tone={tones.refused} text={toMessage(test.error)} />}
        {test.data !== undefined && <TestAnswer test={test.data} />}
      </div>
    </FormDialog>
  )
}

const TestAnswer = ({ test }: { test: SenderTest }) => {
  const { outcome, text, providerCode, costCredits, maskedRecipient } = test
  const notes = [
    `To ${maskedRecipient}`,
    providerCode !== null && `code ${providerCode}`,
    Number(costCredits) > 0 && `${formatCredits(costCredits)} credits`,
  ]
  return (
    <Answer
      tone={tones[outcome ?? 'unknown']}
      text={text}
      note={notes.filter(Boolean).join(' · ')}
    />
  )
}

const Answer = ({ tone, text, note }: { tone: string; text: string; note?: string }) => (
  <div className={clsx('rounded-lg px-3 py-2', tone)}>
    <p className="font-medium">{text}</p>
    {note !== undefined && <p className="text-xs">{note}</p>}
  </div>
)
