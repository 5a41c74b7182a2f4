import { billLimits } from '#domain/components/bill/bill-limits.ts'
import type { BillAdjustment, BillComponent } from '#domain/components/bill/bill-schema.ts'
import { decimalsOf } from '#domain/shared/money.ts'
import { Select } from '#web/ui/select.tsx'
import { Switch } from '#web/ui/switch.tsx'
import type { SettingsProps } from '../component-view.ts'
import { asName, DraftInput } from '../shared/draft-input.tsx'
import { RowsSetting } from '../shared/rows-setting.tsx'
import { SwitchSetting, TextSetting } from '../shared/setting-controls.tsx'
import { AmountInput } from './amount-input.tsx'

/** The same amounts where the minor unit of the currency is another part of it. */
const rescale = (bill: BillComponent, currency: string): Partial<BillComponent> => {
  const factor = 10 ** (decimalsOf(currency) - decimalsOf(bill.currency))
  const scaled = (amount: number) => Math.min(billLimits.price, Math.round(amount * factor))
  return {
    currency,
    items: bill.items.map((item) => ({ ...item, price: scaled(item.price) })),
    adjustments: bill.adjustments.map((each) =>
      each.unit === 'fixed' ? { ...each, amount: scaled(each.amount) } : each,
    ),
  }
}

/** What can be put on a bill, and what is taken off it or comes on top. */
export const BillSettings = ({ component, form }: SettingsProps<BillComponent>) => {
  const { currency } = component
  const setting = form.setting('currency')
  return (
    <>
      <TextSetting
        name="currency"
        label="Currency"
        description="Three letters, for example IDR."
        setting={{
          ...setting,
          change: (text) =>
            /^[A-Z]{3}$/.test(text)
              ? form.changeAll(rescale(component, text))
              : setting.change(text),
        }}
      />
      <RowsSetting
        name="items"
        label="Items"
        noun="item"
        most={billLimits.items}
        nameOf={({ name }) => name}
        newRow={(name) => ({ name, price: 0 })}
        setting={form.setting('items')}
      >
        {(item, change) => (
          <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-1.5">
            <DraftInput
              aria-label="Name of item"
              value={item.name}
              {...asName}
              onChange={(name) => change({ ...item, name })}
            />
            <AmountInput
              aria-label={`Price of ${item.name} in ${currency}`}
              currency={currency}
              value={item.price}
              onChange={(price) => change({ ...item, price })}
            />
          </div>
        )}
      </RowsSetting>
      <RowsSetting
        name="adjustments"
        label="Discounts and costs"
        description="Percentages are of the subtotal."
        noun="discount or cost"
        most={billLimits.adjustments}
        nameOf={({ name }) => name}
        newRow={(name): BillAdjustment => ({
          name,
          kind: 'discount',
          unit: 'percent',
          amount: 0,
          optional: false,
        })}
        setting={form.setting('adjustments')}
      >
        {(adjustment, change) => (
          <Adjustment adjustment={adjustment} currency={currency} onChange={change} />
        )}
      </RowsSetting>
      <SwitchSetting
        name="addNew"
        label="Add new"
        description="The worker may put other items on the bill."
        setting={form.setting('addNew')}
      />
    </>
  )
}

interface AdjustmentProps {
  adjustment: BillAdjustment
  currency: string
  onChange: (adjustment: BillAdjustment) => void
}

const Adjustment = ({ adjustment, currency, onChange }: AdjustmentProps) => {
  const { name, kind, unit, amount, optional } = adjustment
  return (
    <div className="flex flex-col gap-1.5 rounded-lg border border-line p-2">
      <DraftInput
        aria-label="Name of discount or cost"
        value={name}
        {...asName}
        onChange={(changed) => onChange({ ...adjustment, name: changed })}
      />
      <div className="grid grid-cols-2 gap-1.5">
        <Select
          aria-label={`Kind of ${name}`}
          value={kind}
          onChange={({ target }) =>
            onChange({ ...adjustment, kind: target.value as BillAdjustment['kind'] })
          }
        >
          <option value="discount">Discount</option>
          <option value="cost">Cost</option>
        </Select>
        <Select
          aria-label={`Unit of ${name}`}
          value={unit}
          onChange={({ target }) =>
            onChange({ ...adjustment, unit: target.value as BillAdjustment['unit'], amount: 0 })
          }
        >
          <option value="percent">Percent</option>
          <option value="fixed">{currency}</option>
        </Select>
      </div>
      <AmountInput
        aria-label={`Amount of ${name} in ${unit === 'percent' ? 'percent' : currency}`}
        currency={unit === 'percent' ? null : currency}
        value={amount}
        onChange={(changed) => onChange({ ...adjustment, amount: changed })}
      />
      <Switch
        label="The worker decides"
        checked={optional}
        onChange={(checked) => onChange({ ...adjustment, optional: checked })}
      />
    </div>
  )
}
