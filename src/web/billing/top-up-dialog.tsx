import clsx from 'clsx'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BillingCurrency } from '#domain/billing/credit-price.ts'
import { largestTopUp, priceTopUp, smallestTopUp } from '#domain/billing/top-up.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { goToCheckout } from './go-to-checkout.ts'
import { TopUpPriceList } from './top-up-price.tsx'
import { useOrderTopUp } from './top-up-queries.ts'

const presets = [smallestTopUp, 5_000, 10_000]

const format = (credits: number) => credits.toLocaleString('en')

/** What is wrong with an amount, if anything. */
const findObjection = (credits: number): string | undefined => {
  if (!Number.isInteger(credits)) return 'Enter a whole number of credits.'
  if (credits < smallestTopUp) return `At least ${format(smallestTopUp)} credits.`
  if (credits > largestTopUp) return `At most ${format(largestTopUp)} credits at once.`
  return undefined
}

interface TopUpDialogProps {
  currency: BillingCurrency
  onClose: () => void
}

/** Chooses how many credits to buy, says what they cost, and leads to where they are paid. */
export const TopUpDialog = ({ currency, onClose }: TopUpDialogProps) => {
  const order = useOrderTopUp()
  const [, navigate] = useLocation()
  const [text, setText] = useState(String(smallestTopUp))
  const credits = text.trim() === '' ? Number.NaN : Number(text)
  const objection = findObjection(credits)
  const failure = order.error === null ? undefined : toMessage(order.error)
  const choose = (value: string) => {
    setText(value)
    order.reset()
  }
  const pay = () =>
    order.mutate(credits, {
      onSuccess: ({ checkoutUrl }) => {
        if (checkoutUrl !== null) goToCheckout(checkoutUrl, navigate)
      },
    })
  return (
    <FormDialog
      title="Top Up Balance"
      description="Credits pay for the codes that are sent."
      action="Pay Now"
      busy={order.isPending}
      ready={objection === undefined}
      onSubmit={pay}
      onClose={onClose}
    >
      <Field label="Credits" error={objection ?? failure}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onFocus={({ target }) => target.select()}
            onChange={({ target }) => choose(target.value)}
          />
        )}
      </Field>
      <fieldset className="-mt-2 flex gap-2">
        <legend className="sr-only">Usual amounts</legend>
        {presets.map((preset) => (
          <Button
            key={preset}
            size="small"
            aria-pressed={credits === preset}
            className={clsx('grow', credits === preset && 'bg-accent-soft! text-accent-ink')}
            onClick={() => choose(String(preset))}
          >
            {format(preset)}
          </Button>
        ))}
      </fieldset>
      {objection === undefined && (
        <TopUpPriceList credits={credits} price={priceTopUp(credits, currency)} />
      )}
    </FormDialog>
  )
}
