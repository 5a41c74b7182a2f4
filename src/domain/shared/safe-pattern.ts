/**
 * Whether a pattern that an admin wrote can be run on anybody's text without the risk of taking
 * exponential time: no look-around, no back reference, no repeated group.
 *
 * Source: OWASP, "Regular expression Denial of Service".
 */
export const isSafePattern = (pattern: string): boolean => {
  const withoutEscapesAndSets = pattern.replace(/\\[^1-9k]/g, 'e').replace(/\[(?:[^\]])*\]/g, 's')
  if (/\\[1-9k]|\(\?[=!<]|\)[*+{]/.test(withoutEscapesAndSets)) return false
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
    return true
  } catch {
    return false
  }
}
