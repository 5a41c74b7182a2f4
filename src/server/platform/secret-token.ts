const toHex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A secret of 256 random bits for somebody to show again; the prefix tells scanners what it is. */
export const createSecretToken = (prefix: string): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const text = btoa(String.fromCharCode(...bytes))
  return prefix + text.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
}

/**
 * What is kept of a token: its SHA-256. A slow hash would add nothing, as nobody can try 2^256 tokens;
 * and how long it takes to find a hash says nothing about the token behind it.
 */
export const hashToken = async (token: string): Promise<string> =>
  toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
