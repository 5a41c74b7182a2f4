import { z } from 'zod'
import type { SecretKey } from './secret-box.ts'

const pattern = /^([A-Za-z0-9_-]{1,20}):([A-Za-z0-9+/]{43}=)$/

const readKey = (entry: string): SecretKey | undefined => {
  const [, id, base64] = pattern.exec(entry.trim()) ?? []
  if (id === undefined || base64 === undefined) return undefined
  return { id, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) }
}

/** `SECRETS_KEYS`: `id:key` with commas between, each key 32 bytes as base64, the newest first. */
export const secretsKeysVariable = z
  .string()
  .transform((text, context): SecretKey[] => {
    const keys = text.split(',').flatMap((entry) => readKey(entry) ?? [])
    const isComplete = keys.length === text.split(',').length
    if (isComplete && new Set(keys.map(({ id }) => id)).size === keys.length) return keys
    context.addIssue({
      code: 'custom',
      message: 'must be id:key pairs with commas between, each key 32 bytes as base64, no id twice',
    })
    return z.NEVER
  })
  .optional()
