import type { OtpCode } from '#domain/otp/otp-code.ts'

/** What is kept of a code: bound to its challenge, of no use without the server's key. */
export interface CodeHash {
  of(challengeId: string, code: OtpCode): Promise<string>
  matches(challengeId: string, code: OtpCode, hash: string): Promise<boolean>
}

const toHex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Takes as long whatever the place of the first difference. */
const isSame = (left: string, right: string): boolean => {
  let difference = left.length ^ right.length
  for (let place = 0; place < left.length; place += 1) {
    difference |= left.charCodeAt(place) ^ right.charCodeAt(place)
  }
  return difference === 0
}

/** HMAC-SHA-256 under the server's key. */
export const createCodeHash = (secretKey: string): CodeHash => {
  const text = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', text.encode(secretKey), algorithm, false, ['sign'])
  const hash = async (challengeId: string, code: OtpCode) => {
    const message = text.encode(`otp:${challengeId}:${code.reveal()}`)
    return toHex(await crypto.subtle.sign('HMAC', await key, message))
  }
  return {
    of: hash,
    matches: async (challengeId, code, known) => isSame(await hash(challengeId, code), known),
  }
}
