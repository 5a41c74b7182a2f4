import type { ComponentProps } from 'react'
import { billLimits } from '#domain/components/bill/bill-limits.ts'
import { parseMinor, toDecimal } from '#domain/shared/money.ts'
import { DraftInput } from '../shared/draft-input.tsx'

interface AmountInputProps
  extends Omit<ComponentProps<typeof DraftInput<number>>, 'format' | 'parse'> {
  /** Null for percent, which has two decimals as most currencies have. */
  currency: string | null
}

/** An amount in minor units, typed as a decimal number. */
export const AmountInput = ({ currency, ...rest }: AmountInputProps) => (
  <DraftInput
    inputMode="decimal"
    {...rest}
    format={(minor) => toDecimal(minor, currency ?? '')}
    parse={(text) => {
      const minor = parseMinor(text, currency ?? '')
      return minor === undefined || minor > billLimits.price ? undefined : minor
    }}
  />
)
