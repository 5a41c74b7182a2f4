import { useId, useRef } from 'react'
import { answerOf } from '#domain/components/answer.ts'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { maskEmailAddress } from '#domain/otp/mask-recipient.ts'
import { channelIcons } from '#web/shared/channel-icons.ts'
import { maskPhone } from '#web/shared/mask-phone.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Button } from '#web/ui/button.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import type { SentCode, StepProps } from '../step-props.ts'
import { CodeForm } from './code-form.tsx'
import { DeliveryState } from './delivery-state.tsx'
import { findOtpAnswer } from './describe-otp-answer.ts'
import { toOtpMessage } from './otp-message.ts'
import { ResendButton } from './resend-button.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useOtpStep } from './use-otp-step.ts'
import { VerifiedState } from './verified-state.tsx'

/** Sends a one-time code to the recipient and asks the worker for it. Opening it sends nothing. */
export const OtpStep = (props: StepProps<OtpComponent>) => {
  const { component, value, error } = props
  const titleId = useId()
  const { code, loading, loadError, send, verify } = useOtpStep(props)
  const now = useNow(1_000, code !== null)
  const answer = findOtpAnswer(value)
  const section = useRef<HTMLElement>(null)
  const keptFocus = useKeptFocus(
    section,
    answer === undefined ? (code?.challengeId ?? 'not sent') : 'verified',
  )
  const isEnterable = code !== null && isOpen(code, now)
  const channel = code?.channel ?? component.channel
  const problem = send.error ?? verify.error ?? loadError
  const recipient = findMaskedRecipient(props, code)
  return (
    <section
      ref={section}
      {...keptFocus}
      aria-labelledby={titleId}
      className="rounded-xl border border-line bg-surface p-4 shadow-card"
    >
      <h3 id={titleId} tabIndex={-1} className="font-semibold text-ink text-lg outline-none">
        {component.title}
        {component.required && (
          <span aria-hidden="true" className="ml-0.5 text-danger-ink">
            *
          </span>
        )}
      </h3>
      {component.helpText !== '' && <p className="text-muted text-sm">{component.helpText}</p>}
      {answer !== undefined ? (
        <VerifiedState answer={answer} />
      ) : (
        <>
          <Addressee channel={channel} recipient={recipient} missing={missingField(props)} />
          {loading && <Skeleton className="mt-4 h-12 w-full" />}
          {code !== null && <DeliveryState code={code} now={now} />}
          {isEnterable && (
            <CodeForm
              key={code.challengeId}
              digits={component.digits}
              busy={verify.isPending}
              error={verify.error === null ? undefined : toOtpMessage(verify.error, channel)}
              onVerify={verify.mutate}
            />
          )}
          {!loading && (
            <div className="mt-4 flex flex-col gap-2">
              {code === null ? (
                <Button
                  variant="primary"
                  size="large"
                  busy={send.isPending}
                  disabled={recipient === undefined || props.context.otp === null}
                  onClick={() => send.mutate(false)}
                >
                  Send Code
                </Button>
              ) : (
                <ResendButton
                  code={code}
                  now={now}
                  prominent={!isEnterable}
                  busy={send.isPending}
                  onResend={() => send.mutate(code.channel === component.backupChannel)}
                />
              )}
              {offersBackup(component, code, send.error, now) &&
                component.backupChannel !== null && (
                  <Button size="large" busy={send.isPending} onClick={() => send.mutate(true)}>
                    Send by {channelLabels[component.backupChannel]} instead
                  </Button>
                )}
            </div>
          )}
          <p role="alert" className="mt-2 font-medium text-danger-ink text-sm empty:hidden">
            {problem !== null && problem !== verify.error && toOtpMessage(problem, channel)}
          </p>
          {error !== undefined && problem === null && (
            <p className="mt-2 font-medium text-danger-ink text-sm">{error.message}</p>
          )}
        </>
      )}
    </section>
  )
}

interface AddresseeProps {
  channel: OtpComponent['channel']
  recipient: string | undefined
  missing: string
}

/** Whom the code goes to and how, before and after it is sent. */
const Addressee = ({ channel, recipient, missing }: AddresseeProps) => {
  const Icon = channelIcons[channel]
  if (recipient === undefined) return <p className="mt-2 text-muted text-sm">{missing}</p>
  return (
    <p className="mt-3 flex items-center gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon aria-hidden="true" className="size-4.5" />
      </span>
      <span className="min-w-0">
        <span className="block break-all font-medium text-base text-ink tabular-nums">
          {recipient}
        </span>
        <span className="block text-muted text-sm">by {channelLabels[channel]}</span>
      </span>
    </p>
  )
}

const isOpen = ({ status, expiresAt }: SentCode, now: number): boolean =>
  ['created', 'sending', 'sent', 'delivered'].includes(status) && now < Date.parse(expiresAt)

/** Whether to offer the other way: the first one does not reach the recipient, or not in time. */
const offersBackup = (
  { backupChannel, backupAfterSeconds }: OtpComponent,
  code: SentCode | null,
  sendError: Error | null,
  now: number,
): boolean =>
  backupChannel !== null &&
  code?.channel !== backupChannel &&
  (code?.status === 'failed' ||
    (code?.status === 'sent' && now >= Date.parse(code.createdAt) + backupAfterSeconds * 1_000) ||
    (sendError !== null && 'status' in sendError && sendError.status === 503))

const missingField = ({ component, context }: StepProps<OtpComponent>): string => {
  const field = context.document.pages
    .flatMap(({ components }) => components)
    .find(({ id }) => id === component.recipientField)
  return field === undefined
    ? 'It is not set up whom the code goes to. Tell your admin.'
    : `Fill in "${field.title}" first: the code goes there.`
}

const findMaskedRecipient = (
  { component, context }: StepProps<OtpComponent>,
  code: SentCode | null,
): string | undefined => {
  if (code !== null) return code.maskedRecipient
  const typed = answerOf(context.answers, component.recipientField ?? '')
  if (typeof typed !== 'string' || typed.trim() === '') return undefined
  return typed.includes('@') ? maskEmailAddress(typed.trim()) : maskPhone(typed.trim())
}
