/**
 * Countries in which much traffic is fraud, so that one turns them on with care.
 *
 * Source: Twilio, error 30649.
 */
export const highRiskCountries: ReadonlySet<string> = new Set(
  'AZ BD DZ IL LK NG OM PK PS TJ TN'.split(' '),
)

/** Countries that no provider delivers to. Source: as above. */
export const unsupportedCountries: ReadonlySet<string> = new Set(['CU', 'IR', 'SY'])
