/** What a file of an answer can be. */
export type FileKind = 'image' | 'audio'

const mebibyte = 1024 * 1024

/** The media types that are stored, and how large a file of them may be, in bytes. */
export const fileRules = {
  image: { mediaTypes: ['image/jpeg', 'image/png', 'image/webp'], largest: 5 * mebibyte },
  audio: { mediaTypes: ['audio/webm', 'audio/ogg', 'audio/mp4'], largest: 10 * mebibyte },
} as const satisfies Record<FileKind, { mediaTypes: readonly string[]; largest: number }>

export type MediaType = (typeof fileRules)[FileKind]['mediaTypes'][number]

/** The largest file of any kind, in bytes. */
export const largestFile = Math.max(fileRules.image.largest, fileRules.audio.largest)

/** The bytes by which a format is known; null is any byte. */
const signatures: readonly (readonly [MediaType, readonly (number | null)[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['audio/webm', [0x1a, 0x45, 0xdf, 0xa3]],
  ['audio/ogg', [0x4f, 0x67, 0x67, 0x53]],
  ['audio/mp4', [null, null, null, null, 0x66, 0x74, 0x79, 0x70]],
]

/**
 * Tells by its first bytes what a file is, whatever it is called; nothing for every format that is
 * not stored. Source: WHATWG, "MIME Sniffing", section 6.
 */
export const findMediaType = (bytes: Uint8Array): MediaType | undefined =>
  signatures.find(([, signature]) =>
    signature.every((byte, index) => byte === null || bytes[index] === byte),
  )?.[0]

/** Whether a media type is one of a kind. */
export const isOfKind = (mediaType: string, kind: FileKind): boolean =>
  (fileRules[kind].mediaTypes as readonly string[]).includes(mediaType)
