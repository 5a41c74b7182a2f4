/**
 * Reads shares of countries as people write them: "ID 80, SG 20", "id:80 sg:20", or "ID, SG" for equal
 * ones. Nothing when it is something else; no shares when there is no text.
 */
export const parseMix = (text: string): { country: string; weight: number }[] | undefined => {
  const shares = text
    .trim()
    .matchAll(/([a-z]{2})(?:\s*[:=]?\s*(\d{1,6})\s*%?)?\s*(?:[,;]\s*|\s+|$)/giy)
  const read = [...shares]
  const length = read.reduce((sum, [whole]) => sum + whole.length, 0)
  if (length !== text.trim().length) return undefined
  const mix = read.map(([, country = '', weight = '1']) => ({
    country: country.toUpperCase(),
    weight: Number(weight),
  }))
  return new Set(mix.map(({ country }) => country)).size === mix.length ? mix : undefined
}
