import { z } from 'zod'
import { trimmedText } from '#domain/shared/text-schema.ts'
import { timestamp } from './list-schema.ts'
import { roles } from './session-contract.ts'

/** A key by which a program calls the API, without the key itself. */
export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    /** How the key ends: enough to tell which one it is. */
    lastFour: z.string(),
    createdBy: z.string(),
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    /** To the minute; null when it never was used. */
    lastUsedAt: timestamp.nullable(),
  })
  .meta({ id: 'ApiKey' })

export const createApiKeySchema = z.strictObject({
  name: trimmedText(1, 60),
  role: z.enum(roles),
  /** Null: it is valid until it is revoked. */
  expiresAt: timestamp.nullable().default(null),
})

export const createdApiKeySchema = z
  .object({
    apiKey: apiKeySchema,
    /** The key. It is shown this once, and can not be read again. */
    token: z.string(),
  })
  .meta({ id: 'CreatedApiKey' })

export type ApiKey = z.infer<typeof apiKeySchema>
export type CreateApiKey = z.infer<typeof createApiKeySchema>
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>
