import { z } from 'zod'
import { componentBase } from '../component-base-schema.ts'

/** Asks for a signature. */
export const signatureSchema = z.strictObject({ type: z.literal('signature'), ...componentBase })

export type SignatureComponent = z.infer<typeof signatureSchema>
