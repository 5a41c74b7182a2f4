/** So many bytes at once can be arguments of a function. */
const chunkSize = 0x8000

/** Bytes as base64, fast also for many megabytes, in Node and in a browser. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let start = 0; start < bytes.length; start += chunkSize) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunkSize))
  }
  return btoa(text)
}

/** The bytes of a base64 text; line breaks in it are ignored. */
export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index)
  return bytes
}
