import { z } from 'zod'
import { componentIdSchema, idSchema } from '#domain/shared/identifier-schema.ts'

/** What a file belongs to. Its id is made by who sends it, so that sending it again stores it once. */
export const storeFileQuery = z.object({ componentId: componentIdSchema, fileId: idSchema })

/** A file of an answer, as it was stored. */
export const storedFileSchema = z
  .object({
    id: z.string(),
    componentId: z.string(),
    mediaType: z.string(),
    /** In bytes. */
    size: z.int(),
  })
  .meta({ id: 'StoredFile' })

export type StoredFile = z.infer<typeof storedFileSchema>
