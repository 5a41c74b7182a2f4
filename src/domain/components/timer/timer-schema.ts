import { z } from 'zod'
import { componentBase } from '../component-base-schema.ts'

/** Measures how long something takes. */
export const timerSchema = z.strictObject({
  type: z.literal('timer'),
  ...componentBase,
  /** Starts by itself when its page is opened. */
  autoStart: z.boolean().default(false),
  /** Whether the worker may begin anew. */
  allowReset: z.boolean().default(true),
  /** Once stopped, it does not go on. */
  unpausable: z.boolean().default(false),
})

export type TimerComponent = z.infer<typeof timerSchema>
