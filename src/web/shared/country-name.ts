const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** A country's English name; its code where there is none. */
export const countryName = (country: string): string => {
  try {
    return names.of(country) ?? country
  } catch {
    return country
  }
}
