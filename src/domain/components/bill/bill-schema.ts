import { z } from 'zod'
import { safeText } from '#domain/shared/text-schema.ts'
import { componentBase } from '../component-base-schema.ts'
import { billLimits } from './bill-limits.ts'

const name = safeText.trim().min(1).max(billLimits.nameLength)
const amount = z.int().min(0).max(billLimits.price)

/** A discount or a cost of a bill. */
const adjustmentSchema = z.strictObject({
  name,
  kind: z.enum(['discount', 'cost']),
  unit: z.enum(['fixed', 'percent']),
  /** Fixed: minor units of the currency. Percent: hundredths of a percent of the subtotal. */
  amount,
  /** Whether the worker decides that it applies; otherwise it always does. */
  optional: z.boolean().default(false),
})

/** Asks what was bought, and adds it up. */
export const billSchema = z.strictObject({
  type: z.literal('bill'),
  ...componentBase,
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a three-letter currency code (ISO 4217), for example "IDR"')
    .default('IDR'),
  /** What can be bought; prices in minor units of the currency. */
  items: z
    .array(z.strictObject({ name, price: amount }))
    .max(billLimits.items)
    .default([]),
  adjustments: z.array(adjustmentSchema).max(billLimits.adjustments).default([]),
  /** Whether the worker may add items of their own. */
  addNew: z.boolean().default(false),
})

export type BillComponent = z.infer<typeof billSchema>
export type BillAdjustment = z.infer<typeof adjustmentSchema>
