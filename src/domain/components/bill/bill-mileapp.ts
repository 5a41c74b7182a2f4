import { parseMinor, toDecimal } from '#domain/shared/money.ts'
import { flagField, lost, noDefaultField, unset } from '../mileapp-fields.ts'
import { defineMileappMapping, type MileappField } from '../mileapp-mapping.ts'
import type { BillComponent } from './bill-schema.ts'

/** MileApp names no currency: amounts are read in the one that a Bill starts with. */
const currency = 'IDR'

const readAmount = (value: unknown): number | undefined =>
  typeof value === 'number' || typeof value === 'string'
    ? parseMinor(String(value), currency)
    : undefined

/** The entries of a list of objects that have just these keys; nothing when one is something else. */
const readEntries = (
  value: unknown,
  keys: readonly string[],
): Record<string, unknown>[] | undefined => {
  if (!Array.isArray(value)) return undefined
  const fits = value.every(
    (entry) =>
      typeof entry === 'object' &&
      entry !== null &&
      Object.keys(entry).every((key) => keys.includes(key)),
  )
  return fits ? value : undefined
}

const itemsField: MileappField<BillComponent> = {
  keys: ['masterItems'],
  becomes: 'Items: `name`, and `unit_price` as Price; amounts are taken to be in IDR',
  read: (value) => {
    if (value === null) return unset
    const items = readEntries(value, ['name', 'unit_price'])?.map(({ name, unit_price }) => ({
      name,
      price: readAmount(unit_price),
    }))
    return items?.every(({ price }) => price !== undefined)
      ? { settings: { items } }
      : lost('It is not a list of names with prices, and nothing else.')
  },
  write: (bill) => ({
    masterItems: bill.items.map(({ name, price }) => ({
      name,
      unit_price: Number(toDecimal(price, bill.currency)),
    })),
  }),
}

const costsField: MileappField<BillComponent> = {
  keys: ['masterCosts'],
  becomes: 'Discounts and costs of a fixed amount; percentages and choices are not written',
  read: (value) => {
    if (value === null) return unset
    const adjustments = readEntries(value, ['type', 'name', 'amount'])?.map(
      ({ type, name, amount }) => ({ kind: type, name, unit: 'fixed', amount: readAmount(amount) }),
    )
    const fits = adjustments?.every(
      ({ kind, amount }) => (kind === 'discount' || kind === 'cost') && amount !== undefined,
    )
    return fits
      ? { settings: { adjustments } }
      : lost('It is not a list of discounts and costs with fixed amounts.')
  },
  write: (bill) => ({
    masterCosts: bill.adjustments
      .filter(({ unit }) => unit === 'fixed')
      .map(({ kind, name, amount }) => ({
        type: kind,
        name,
        amount: Number(toDecimal(amount, bill.currency)),
      })),
  }),
}

export const billMileapp = defineMileappMapping<BillComponent>({
  component: 'bill',
  fields: [noDefaultField, flagField(['addNew'], 'addNew', 'Add new'), itemsField, costsField],
  kept: ['value', 'costs', 'editable', 'qtyRule', 'valueRef', 'additionalField'],
  keptSpellings: { cost: 'costs' },
})
