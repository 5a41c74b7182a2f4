import type { OtpCode } from '#domain/otp/otp-code.ts'

/** What is kept of a code: bound to its challenge, of no use without the server's key. */
export type CodeHash = (challengeId: string, code: OtpCode) => Promise<string>

const toHex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** HMAC-SHA-256 under the server's key. */
export const createCodeHash = (secretKey: string): CodeHash => {
  const text = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', text.encode(secretKey), algorithm, false, ['sign'])
  return async (challengeId, code) => {
    const message = text.encode(`otp:${challengeId}:${code.reveal()}`)
    return toHex(await crypto.subtle.sign('HMAC', await key, message))
  }
}
