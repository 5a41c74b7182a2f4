const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** A country's English name; its code where there is none. */
export const countryName = (country: string): string => {
  try {
    return names.of(country) ?? country
  } catch {
    return country
  }
}

/** A country's flag as an emoji, decorative. */
export const countryFlag = (country: string): string =>
  String.fromCodePoint(...[...country].map((letter) => 0x1f1a5 + letter.charCodeAt(0)))
