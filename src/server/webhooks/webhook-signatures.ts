const text = new TextEncoder()

const hmac = async (hash: 'SHA-1' | 'SHA-256', secret: string) =>
  crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash }, false, ['verify'])

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/**
 * Whether a form was signed by Twilio (`X-Twilio-Signature`): over the public URL and the parameters,
 * sorted by name. The comparison is `subtle.verify`'s, which takes the same time whatever differs.
 */
export const isSignedByTwilio = async (
  authToken: string,
  { url, body, signature }: { url: string; body: string; signature: string | undefined },
): Promise<boolean> => {
  if (signature === undefined || !/^[A-Za-z0-9+/]{27}=$/.test(signature)) return false
  const parameters = [...new URLSearchParams(body)]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flat()
    .join('')
  const key = await hmac('SHA-1', authToken)
  return crypto.subtle.verify('HMAC', key, fromBase64(signature), text.encode(url + parameters))
}

/** Whether a body was signed by Meta (`X-Hub-Signature-256`): over its very bytes. */
export const isSignedByMeta = async (
  appSecret: string,
  { body, signature }: { body: string; signature: string | undefined },
): Promise<boolean> => {
  const [, hex] = /^sha256=([0-9a-f]{64})$/.exec(signature ?? '') ?? []
  if (hex === undefined) return false
  const key = await hmac('SHA-256', appSecret)
  return crypto.subtle.verify('HMAC', key, fromHex(hex), text.encode(body))
}

/** Whether two words are the same, in a time that does not tell how much of them is. */
export const isSameWord = async (expected: string, given: string): Promise<boolean> => {
  const key = await crypto.subtle.importKey(
    'raw',
    text.encode(expected),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
  const proof = await crypto.subtle.sign('HMAC', key, text.encode(expected))
  return crypto.subtle.verify('HMAC', key, proof, text.encode(given))
}
