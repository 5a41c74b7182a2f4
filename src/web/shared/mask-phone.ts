import { maskPhoneNumber } from '#domain/otp/mask-recipient.ts'

/** Calling codes have three digits, but for these. Source: ITU-T E.164, list of country codes. */
const callingCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d*)$/

/** A stored number (E.164) with its middle hidden, without the 30 kB of numbering plans. */
export const maskPhone = (e164: string): string => {
  const [, code, national] = callingCode.exec(e164) ?? []
  return code === undefined || national === undefined ? '•••' : maskPhoneNumber(code, national)
}
