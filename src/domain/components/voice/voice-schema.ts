import { z } from 'zod'
import { componentBase } from '../component-base-schema.ts'

/** The longest recording that can be asked for, in seconds. */
export const longestRecording = 600

/** Asks for a recording. */
export const voiceSchema = z.strictObject({
  type: z.literal('voice'),
  ...componentBase,
  /** Max Duration, in seconds. */
  maximumSeconds: z.int().min(1).max(longestRecording).default(60),
})

export type VoiceComponent = z.infer<typeof voiceSchema>
