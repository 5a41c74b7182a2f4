/** GSM 03.38: what one septet can say. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** What takes an escape and a second septet. */
const extended = new Set('\f^{}\\[~]|€')

interface Encoding {
  /** Units that a message of one segment holds. */
  single: number
  /** Units of each segment of a longer message, whose header takes the rest. */
  each: number
}

const encodings = {
  'gsm-7': { single: 160, each: 153 },
  'ucs-2': { single: 70, each: 67 },
} as const satisfies Record<string, Encoding>

/** Units of a character: septets, or UTF-16 units. */
const sizeOf = (encoding: keyof typeof encodings, character: string): number => {
  if (encoding === 'ucs-2') return character.length
  return extended.has(character) ? 2 : 1
}

/**
 * How an SMS is cut into segments, each of which is paid for. A character is never cut in two, so a
 * segment may end a unit early.
 *
 * Source: 3GPP TS 23.038 and 23.040.
 */
export const countSegments = (
  text: string,
): { encoding: keyof typeof encodings; segments: number } => {
  const characters = [...text]
  const isGsm = characters.every((one) => basic.has(one) || extended.has(one))
  const encoding = isGsm ? 'gsm-7' : 'ucs-2'
  const sizes = characters.map((character) => sizeOf(encoding, character))
  const { single, each } = encodings[encoding]
  if (sizes.reduce((sum, size) => sum + size, 0) <= single) return { encoding, segments: 1 }
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > each) {
      segments += 1
      used = 0
    }
    used += size
  }
  return { encoding, segments }
}
