import type { Clock } from '#domain/shared/clock.ts'

const largestCount = 0xfff

/**
 * A source of UUIDv7 ids (RFC 9562) that sort in the order they were made: 48 bits of the clock's
 * milliseconds, a 12-bit counter within one millisecond (section 6.2, method 1), 62 random bits.
 * When the counter is full, or the clock goes back, it goes on from the last millisecond it used.
 */
export const createIds = (clock: Clock): (() => string) => {
  let milliseconds = 0
  let count = 0
  return () => {
    const now = clock.now()
    if (now > milliseconds) {
      milliseconds = now
      count = 0
    } else if (count < largestCount) {
      count += 1
    } else {
      milliseconds += 1
      count = 0
    }
    return toUuid(milliseconds, count)
  }
}

const toUuid = (milliseconds: number, count: number) => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32))
  view.setUint32(2, milliseconds % 2 ** 32)
  view.setUint16(6, 0x7000 | count)
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20, 32]
    .map((end, place, ends) => hex.slice(ends[place - 1] ?? 0, end))
    .join('-')
}
