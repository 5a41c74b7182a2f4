import { z } from 'zod'
import { safeText } from '#domain/shared/text-schema.ts'
import { componentBase } from '../component-base-schema.ts'

/** How many photos one component may ask for. */
export const mostPhotos = 10

const count = z.int().min(0).max(mostPhotos)

/** Asks for photos. */
export const photoSchema = z.strictObject({
  type: z.literal('photo'),
  ...componentBase,
  minimum: count.default(1),
  maximum: count.min(1).default(5),
  /** What a photo can show; each one is given one of them. Empty for none. */
  categories: z.array(safeText.trim().min(1).max(50)).max(20).default([]),
  /** Drawn on every photo before it leaves the phone. */
  watermarkTime: z.boolean().default(false),
  watermarkPosition: z.boolean().default(false),
  watermarkTask: z.boolean().default(false),
  /** Whether a photo may come from the phone's gallery, and not only from its camera. */
  fromGallery: z.boolean().default(true),
})

export type PhotoComponent = z.infer<typeof photoSchema>
