import { decimalsOf, formatMinor } from '#domain/shared/money.ts'

/** What a thousand credits cost, in minor units of each currency that credit is sold in. */
const thousandCredits = {
  IDR: 20_000_000n,
  USD: 1_250n,
  EUR: 1_150n,
  SGD: 1_700n,
  MYR: 5_500n,
} as const satisfies Record<string, bigint>

export type BillingCurrency = keyof typeof thousandCredits

export const billingCurrencies = Object.keys(thousandCredits) as [
  BillingCurrency,
  ...BillingCurrency[],
]

const homes: Partial<Record<string, BillingCurrency>> = {
  ID: 'IDR',
  SG: 'SGD',
  MY: 'MYR',
  ...Object.fromEntries(
    'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'
      .split(' ')
      .map((country) => [country, 'EUR'] as const),
  ),
}

/** The currency that an organisation pays in until it chooses one: its home country's, else USD. */
export const currencyAtHome = (homeCountry: string): BillingCurrency => homes[homeCountry] ?? 'USD'

/** What so many whole credits cost, in minor units, half of one rounded up; without tax. */
export const priceCredits = (credits: number, currency: BillingCurrency): number =>
  Number((BigInt(credits) * thousandCredits[currency] + 500n) / 1_000n)

const microPerThousand = 1_000_000_000n

/**
 * What an amount of credit (in millionths) is worth, for people: "IDR 400", "USD 0.1496". Prices of a
 * single code are finer than the currency, so up to two decimals more than it has are shown; half of
 * the last one is rounded up.
 */
export const formatValue = (micro: bigint, currency: BillingCurrency): string => {
  const places = decimalsOf(currency) + 2
  const negative = micro < 0n
  const scaled = (negative ? -micro : micro) * thousandCredits[currency] * 100n
  const digits = String((scaled + microPerThousand / 2n) / microPerThousand).padStart(
    places + 1,
    '0',
  )
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  const shown = fraction === '' ? '' : `.${fraction.padEnd(decimalsOf(currency), '0')}`
  return `${negative ? '−' : ''}${currency} ${whole}${shown}`
}

/** The same for much credit, where parts of a minor unit say nothing: "IDR 1,785,139.20". */
export const formatTotal = (micro: bigint, currency: BillingCurrency): string => {
  const size = micro < 0n ? -micro : micro
  const minor = Number(
    (size * thousandCredits[currency] + microPerThousand / 2n) / microPerThousand,
  )
  return formatMinor(micro < 0n ? -minor : minor, currency)
}
