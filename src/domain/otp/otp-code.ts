/** Fills the bytes with cryptographic randomness, as `crypto.getRandomValues` does. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void

/** A code in clear. However it is printed or serialised, `[otp]` comes out; only `reveal` shows it. */
export class OtpCode {
  readonly #digits: string

  constructor(digits: string) {
    this.#digits = digits
  }

  /** The digits, for the hash and the sender alone. */
  reveal(): string {
    return this.#digits
  }

  toString(): string {
    return '[otp]'
  }

  toJSON(): string {
    return '[otp]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[otp]'
  }
}

/** A uniformly random code; numbers that would favour low codes are drawn again. */
export const generateCode = (digits: number, fillRandom: FillRandom): OtpCode => {
  const range = 10 ** digits
  const limit = Math.floor(2 ** 32 / range) * range
  const bytes = new Uint8Array(4)
  const view = new DataView(bytes.buffer)
  for (;;) {
    fillRandom(bytes)
    const number = view.getUint32(0)
    if (number < limit) return new OtpCode(String(number % range).padStart(digits, '0'))
  }
}
