import { type ReactNode, useState } from 'react'
import type { ArrangedNumber } from '#contract/sender-contract.ts'
import { type BrandedNumberStep, listNextSteps } from '#domain/otp/branded-number.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button, type ButtonVariant } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.ts'
import { templatesQuery, useHandInTemplates, useTakeStep } from './arranged-number-queries.ts'
import { NumberAccountDialog } from './number-account-dialog.tsx'
import { NumberHistory } from './number-history.tsx'
import { NumberReasonDialog } from './number-reason-dialog.tsx'
import { NumberTemplatesList } from './number-templates.tsx'
import { numberStates } from './number-words.ts'

type OperatorStep = Exclude<BrandedNumberStep, 'request'>

const buttons: Record<OperatorStep, { label: string; variant: ButtonVariant }> = {
  review: { label: 'Take into review', variant: 'primary' },
  activate: { label: 'Activate', variant: 'primary' },
  refuse: { label: 'Refuse', variant: 'secondary' },
  suspend: { label: 'Suspend', variant: 'secondary' },
  resume: { label: 'Resume', variant: 'primary' },
}

const isOperatorStep = (step: BrandedNumberStep): step is OperatorStep => step !== 'request'

/** One organisation's number, with what the operator can do about it. */
export const ArrangedNumberCard = ({ number }: { number: ArrangedNumber }) => {
  const { organisation, state, displayName, phoneNumber, reason, history } = number
  const step = useTakeStep(organisation.id)
  const [opened, setOpened] = useState<'activate' | 'refuse' | 'suspend' | 'account'>()
  const close = () => setOpened(undefined)
  const { label, tone } = numberStates[state]
  const hasAccount = state === 'active' || state === 'suspended'
  const take = (taken: 'review' | 'resume') =>
    step.mutate({ step: taken }, { onError: (error) => toast(toMessage(error), { tone: 'error' }) })
  return (
    <Card className="grid gap-6 p-4 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <div>
          <h2 className="flex flex-wrap items-center gap-2 font-semibold text-base text-ink">
            <span className="break-words">{organisation.name}</span>
            <Badge tone={tone}>{label}</Badge>
          </h2>
          <p className="break-words text-ink">
            {displayName}, <span className="tabular-nums">{phoneNumber}</span>
          </p>
          <p className="mt-1 whitespace-pre-line break-words text-muted">{reason}</p>
        </div>
        {hasAccount && <Account number={number} />}
        {hasAccount && <Templates organizationId={organisation.id} />}
        <div className="flex flex-wrap gap-2">
          {listNextSteps(state)
            .filter(isOperatorStep)
            .map((next) => (
              <Button
                key={next}
                variant={buttons[next].variant}
                busy={step.isPending && step.variables.step === next}
                onClick={() =>
                  next === 'review' || next === 'resume' ? take(next) : setOpened(next)
                }
              >
                {buttons[next].label}
              </Button>
            ))}
          {hasAccount && <Button onClick={() => setOpened('account')}>Change account</Button>}
        </div>
      </div>
      <div className="min-w-0">
        <h3 className="mb-2 font-medium text-ink">History</h3>
        <NumberHistory history={history} />
      </div>
      {(opened === 'activate' || opened === 'account') && (
        <NumberAccountDialog number={number} isActivating={opened === 'activate'} onClose={close} />
      )}
      {(opened === 'refuse' || opened === 'suspend') && (
        <NumberReasonDialog organizationId={organisation.id} step={opened} onClose={close} />
      )}
    </Card>
  )
}

/** A secret is shown by its end alone. */
const KeptSecret = ({ setAt, ending }: NonNullable<ArrangedNumber['accessToken']>) => (
  <>
    {`Set on ${formatDateTime(setAt)}, `}
    <span className="whitespace-nowrap">ends in …{ending}</span>
  </>
)

const Account = ({ number }: { number: ArrangedNumber }) => (
  <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
    <Fact label="Phone number id">{number.phoneNumberId}</Fact>
    <Fact label="Business account id">{number.businessAccountId}</Fact>
    <Fact label="Access token">
      {number.accessToken === null ? 'Not set' : <KeptSecret {...number.accessToken} />}
    </Fact>
    <Fact label="App secret">
      {number.appSecret === null ? 'The platform’s' : <KeptSecret {...number.appSecret} />}
    </Fact>
  </dl>
)

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-muted text-xs">{label}</dt>
    <dd className="break-words text-ink tabular-nums">{children}</dd>
  </div>
)

const Templates = ({ organizationId }: { organizationId: string }) => {
  const handIn = useHandInTemplates(organizationId)
  return (
    <NumberTemplatesList
      query={templatesQuery(organizationId)}
      renderAction={(isMissing) =>
        isMissing && (
          <Button size="small" busy={handIn.isPending} onClick={() => handIn.mutate()}>
            Hand in what is missing
          </Button>
        )
      }
    />
  )
}
