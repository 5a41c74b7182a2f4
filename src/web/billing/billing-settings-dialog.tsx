import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Balance } from '#contract/billing-contract.ts'
import { billingCurrencies } from '#domain/billing/credit-price.ts'
import { priceTopUp, smallestTopUp } from '#domain/billing/top-up.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { toast } from '#web/ui/toast.ts'
import { TopUpPriceList } from './top-up-price.tsx'

const currencyNames = new Intl.DisplayNames(['en'], { type: 'currency' })

type Settings = Parameters<typeof api.v1.billing.balance.settings.$put>[0]['json']

/** Keeps the settings; all that shows money or the level of the balance is fetched anew. */
const useSave = (onDone: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (json: Settings) => call(api.v1.billing.balance.settings.$put({ json })),
    onSuccess: async () => {
      await Promise.all(
        ['balance', 'rates', 'top-ups'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      )
      onDone()
      toast('The billing settings are saved')
    },
  })
}

/** Chooses what is paid in, and below how much credit people are told. */
export const BillingSettingsDialog = ({
  balance,
  onClose,
}: {
  balance: Balance
  onClose: () => void
}) => {
  const [currency, setCurrency] = useState(balance.currency)
  const [lowBalance, setLowBalance] = useState(String(Number(balance.lowBalance)))
  const save = useSave(onClose)
  const isAmount = /^\d{1,9}$/.test(lowBalance)
  return (
    <FormDialog
      title="Billing settings"
      description="They hold for the whole organisation."
      action="Save"
      busy={save.isPending}
      ready={isAmount}
      error={save.error}
      onSubmit={() => save.mutate({ currency, lowBalance: Number(lowBalance) })}
      onClose={onClose}
    >
      <Field
        label="Currency"
        description="What top-ups are paid in, and rates are shown in beside credits. A top-up that is open keeps its own."
      >
        {(control) => (
          <Select
            {...control}
            value={currency}
            onChange={({ target }) =>
              setCurrency(billingCurrencies.find((one) => one === target.value) ?? currency)
            }
          >
            {billingCurrencies.map((code) => (
              <option key={code} value={code}>
                {`${code} · ${currencyNames.of(code) ?? code}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <section aria-label="Price of a top-up" className="rounded-lg bg-subtle px-3 py-2">
        <TopUpPriceList credits={smallestTopUp} price={priceTopUp(smallestTopUp, currency)} />
      </section>
      <Field
        label="Low balance"
        description="When Available Credits fall below so many, a banner is shown and a mail sent, once."
        error={isAmount ? undefined : 'A whole number of credits, 0 or more.'}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={lowBalance}
            onChange={({ target }) => setLowBalance(target.value.trim())}
          />
        )}
      </Field>
    </FormDialog>
  )
}
