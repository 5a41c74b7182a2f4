import { fromBase64, toBase64 } from './db/base64.ts'

/** What a secret belongs to: it can be opened for nothing else. */
export interface SecretPlace {
  organizationId: string
  /** For example `whatsapp access token`. */
  purpose: string
}

/** A key that secrets are encrypted by, known by its id. */
export interface SecretKey {
  id: string
  /** 256 bits. */
  bytes: Uint8Array<ArrayBuffer>
}

/** Encrypts secrets for the database. The first key encrypts, all of them decrypt. */
export interface SecretBox {
  seal(secret: string, place: SecretPlace): Promise<string>
  /** Throws when the key is not known, the place is another one, or the text was changed. */
  open(sealed: string, place: SecretPlace): Promise<string>
  /** Whether a secret was encrypted by the key that encrypts now. */
  isCurrent(sealed: string): boolean
}

const algorithm = 'AES-GCM'
const text = new TextEncoder()

const toAdditionalData = ({ organizationId, purpose }: SecretPlace) =>
  text.encode(JSON.stringify([organizationId, purpose]))

const toParameters = (iv: Uint8Array<ArrayBuffer>, place: SecretPlace) => ({
  name: algorithm,
  iv,
  additionalData: toAdditionalData(place),
})

/**
 * AES-256-GCM, with a random nonce of 96 bits for each secret and its place as additional data: a
 * secret that is copied to another organisation's row does not open. Sealed: `v1.<key id>.<nonce>.<rest>`.
 */
export const createSecretBox = (keys: readonly [SecretKey, ...SecretKey[]]): SecretBox => {
  const imported = new Map(
    keys.map(({ id, bytes }) => [
      id,
      crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt']),
    ]),
  )
  const currentId = keys[0].id
  const getKey = (id: string) => {
    const key = imported.get(id)
    if (key === undefined) throw new Error(`the key ${id} of a secret is not among SECRETS_KEYS`)
    return key
  }
  return {
    async seal(secret, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const key = await getKey(currentId)
      const sealed = await crypto.subtle.encrypt(toParameters(iv, place), key, text.encode(secret))
      return `v1.${currentId}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`
    },
    async open(sealed, place) {
      const [version, id = '', iv = '', rest = ''] = sealed.split('.')
      if (version !== 'v1') throw new Error('a secret in a form that is not known')
      const key = await getKey(id)
      const parameters = toParameters(fromBase64(iv), place)
      return new TextDecoder().decode(
        await crypto.subtle.decrypt(parameters, key, fromBase64(rest)),
      )
    },
    isCurrent: (sealed) => sealed.startsWith(`v1.${currentId}.`),
  }
}

/** A key for secrets that is made of another secret (HKDF-SHA-256), for where none was given. */
export const deriveSecretKey = async (secretKey: string): Promise<SecretKey> => {
  const given = await crypto.subtle.importKey('raw', text.encode(secretKey), 'HKDF', false, [
    'deriveBits',
  ])
  const info = text.encode('sandi: secrets at rest')
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return {
    id: 'derived',
    bytes: new Uint8Array(await crypto.subtle.deriveBits(parameters, given, 256)),
  }
}
