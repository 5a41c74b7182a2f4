import { z } from 'zod'
import { channelSchema } from '#domain/otp/channel-schema.ts'

export const roles = ['owner', 'admin', 'billing', 'planner', 'field_user'] as const
export type Role = (typeof roles)[number]

/** Who is signed in, and what the screens need to know of the organisation. */
export const sessionSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    organisation: z.object({
      id: z.string(),
      name: z.string(),
      homeCountry: z.string(),
      readyChannels: z.array(channelSchema),
      allowedChannels: z.array(channelSchema),
      componentLimit: z.int().nullable(),
    }),
    role: z.enum(roles),
    /** Whether the user runs this installation, and sees what was given up. */
    isPlatformOperator: z.boolean(),
    /** Whether any codes of the organisation go to the sandbox inbox instead of to people. */
    sandbox: z.boolean(),
  })
  .meta({ id: 'Session' })

/** What the sign-in screen needs to know before anybody is signed in. */
export const welcomeSchema = z
  .object({
    demoAccounts: z.array(
      z.object({ email: z.string(), password: z.string(), role: z.enum(roles), name: z.string() }),
    ),
  })
  .meta({ id: 'Welcome' })

export type Session = z.infer<typeof sessionSchema>
export type Welcome = z.infer<typeof welcomeSchema>
