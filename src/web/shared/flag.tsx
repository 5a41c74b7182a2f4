const first = 'A'.charCodeAt(0)
/** REGIONAL INDICATOR SYMBOL LETTER A */
const firstIndicator = 0x1f1e6

const toFlag = (country: string): string =>
  String.fromCodePoint(
    ...Array.from(country, (letter) => letter.charCodeAt(0) - first + firstIndicator),
  )

/** The flag of a country (ISO 3166-1 alpha-2), beside its name; where a system has no flags, its letters. */
export const Flag = ({ country }: { country: string }) => (
  <span aria-hidden="true" className="w-5 shrink-0 text-center text-base leading-none">
    {toFlag(country)}
  </span>
)
