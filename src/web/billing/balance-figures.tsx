import { useState } from 'react'
import type { Balance } from '#contract/billing-contract.ts'
import { formatTotal } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { BillingSettingsDialog } from './billing-settings-dialog.tsx'

/** "about 96 days" */
const describeDays = (days: number | null): string => {
  if (days === null) return 'Nothing was spent in the last 30 days'
  if (days > 3_650) return 'Lasts for years at the present pace'
  return `Lasts about ${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'} at the present pace`
}

/** How much credit there is, and how long it lasts. */
export const BalanceFigures = ({ balance }: { balance: Balance }) => {
  const { available, reserved, spentThisMonth, daysLeft, level, currency } = balance
  const [isSetting, setSetting] = useState(false)
  return (
    <>
      <dl className="grid gap-3 sm:grid-cols-3">
        <Figure
          label="Available Credits"
          amount={available}
          note={level === 'empty' ? 'Nothing can be sent' : describeDays(daysLeft)}
          value={formatTotal(parseCredits(available), currency)}
        />
        <Figure
          label="Spent this month"
          amount={spentThisMonth}
          note="Charged, less what came back"
          value={formatTotal(parseCredits(spentThisMonth), currency)}
        />
        <Figure
          label="Reserved"
          amount={reserved}
          note="Held for codes that are on their way; charged or given back"
        />
      </dl>
      <p className="-mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted">
        {`Paid in ${currency}. Low below ${formatCredits(balance.lowBalance, 0).replace(/\.$/, '')} credits: then a mail goes to owners, admins and billing reviewers.`}
        <Button size="small" onClick={() => setSetting(true)}>
          Billing settings
        </Button>
      </p>
      {isSetting && <BillingSettingsDialog balance={balance} onClose={() => setSetting(false)} />}
    </>
  )
}

interface FigureProps {
  label: string
  amount: string
  note: string
  /** In money. */
  value?: string
}

const Figure = ({ label, amount, note, value }: FigureProps) => (
  <Card className="p-5">
    <dt className="text-muted">{label}</dt>
    <dd className="mt-1 font-semibold text-2xl text-ink tabular-nums tracking-tight">
      {formatCredits(amount)}
    </dd>
    <dd className="mt-0.5 text-muted text-xs">
      {value === undefined ? note : `${value} · ${note}`}
    </dd>
  </Card>
)
