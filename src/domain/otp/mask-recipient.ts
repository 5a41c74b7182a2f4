/** Hides the middle of a phone number, for example `+62 812-•••-•789`; never tells how long it is. */
export const maskPhoneNumber = (callingCode: string, nationalNumber: string): string => {
  const { length } = nationalNumber
  const shownAtEnd = length < 7 ? 2 : 3
  const shownAtStart = Math.max(0, Math.min(3, length - shownAtEnd - 3))
  const start = nationalNumber.slice(0, shownAtStart)
  return `+${callingCode} ${start}${start && '-'}•••-•${nationalNumber.slice(-shownAtEnd)}`
}

/** Hides who at a mail domain it is, for example `a•••@example.com`. */
export const maskEmailAddress = (address: string): string =>
  `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`
