import type { Env } from './env.ts'
import { createSecretBox, deriveSecretKey, type SecretBox } from './secret-box.ts'

/**
 * What encrypts stored credentials: by `SECRETS_KEYS`; outside production also by a key that is made
 * of the secret key. Nothing where there is no key.
 */
export const openSecretBox = async (
  { SECRETS_KEYS = [], NODE_ENV }: Pick<Env, 'SECRETS_KEYS' | 'NODE_ENV'>,
  secretKey: string,
): Promise<SecretBox | undefined> => {
  const derived = NODE_ENV === 'production' ? [] : [await deriveSecretKey(secretKey)]
  const [first, ...rest] = [...SECRETS_KEYS, ...derived]
  return first && createSecretBox([first, ...rest])
}
