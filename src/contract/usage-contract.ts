import { z } from 'zod'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { creditAmount, timestamp } from './list-schema.ts'

/** What usage can be told apart by. */
export const usageGroups = ['day', 'month', 'channel', 'country', 'flow', 'worker'] as const

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const usageQuery = z.object({
  from: timestamp,
  /** Codes from this time on are left out. */
  to: timestamp,
  groupBy: z.enum(usageGroups).default('day'),
  /** Whose days and months, for example "Asia/Jakarta". */
  timeZone: safeText.max(60).refine(isTimeZone, 'is not a time zone').default('UTC'),
  channel: channelSchema.optional(),
  country: countrySchema.optional(),
  flowId: idSchema.optional(),
  workerId: idSchema.optional(),
})

const count = z.int().nonnegative()

const figures = {
  /** Codes that were handed over to a provider. */
  sends: count,
  /** Of those, the ones that arrived, as far as it is known. */
  delivered: count,
  /** Of those, the ones that were entered. */
  verified: count,
  /** What was charged for them, refunds taken off. */
  credits: creditAmount,
}

export const usageSchema = z
  .object({
    total: z.object(figures),
    /** Days and months in their order, the others by credits. */
    items: z.array(z.object({ key: z.string(), name: z.string(), ...figures })),
  })
  .meta({ id: 'Usage' })

const mostVolume = 10_000_000

/** What to estimate: a number of runs, spread over countries, or a list of recipients. */
export const estimateRequestSchema = z
  .strictObject({
    /** Each of its OTP steps sends one code a run; without a flow a run is one code. */
    flowId: idSchema.optional(),
    /** A published version of the flow; without it, the draft. */
    flowVersion: z.int().min(1).optional(),
    /** Runs within 30 days. */
    volume: z.int().min(1).max(mostVolume).optional(),
    /** Shares of countries; without them those of the last 30 days, or else the home country. */
    mix: z
      .array(z.strictObject({ country: countrySchema, weight: z.int().min(0).max(1_000_000) }))
      .min(1)
      .max(300)
      .optional(),
    /** Phone numbers, one a run. */
    recipients: z.array(safeText.max(254)).min(1).max(10_000).optional(),
  })
  .refine(({ volume, recipients }) => (volume === undefined) !== (recipients === undefined), {
    message: 'say either volume or recipients',
    path: ['volume'],
  })
  .refine(({ flowId, flowVersion }) => flowVersion === undefined || flowId !== undefined, {
    message: 'a version is one of a flow: say which',
    path: ['flowId'],
  })

const announcedSchema = z.object({
  /** The first change. */
  effectiveFrom: timestamp,
  /** What it costs once all announced changes hold. */
  credits: creditAmount,
})

export const estimateSchema = z
  .object({
    volume: count,
    /** Recipients that are no phone numbers. */
    unreadable: count,
    mixSource: z.enum(['chosen', 'traffic', 'home', 'recipients']),
    /** How many codes each run sends. */
    stepsPerRun: count,
    /** Countries that runs go to although the OTP policy does not allow them yet. */
    notAllowed: z.array(z.string()),
    /** Where the runs go, and the cheapest channel that reaches there. */
    countries: z.array(
      z.object({
        country: z.string(),
        countryName: z.string(),
        runs: count,
        cheapest: channelSchema.nullable(),
      }),
    ),
    /** What it costs when every step uses one channel. */
    channels: z.array(
      z.object({
        channel: channelSchema,
        credits: creditAmount,
        withoutRate: z.array(z.string()),
        /** Recipients to whom it would send nothing: no number for it, or a country that is not allowed. */
        refused: count,
        announced: announcedSchema.nullable(),
      }),
    ),
    cheapest: channelSchema.nullable(),
    /** What it costs as the flow is: each step by its own channel; null without a flow. */
    asBuilt: z.object({ credits: creditAmount, announced: announcedSchema.nullable() }).nullable(),
    available: creditAmount,
    /** How many days the credit lasts when so many runs are done in 30 days. */
    daysLeft: count.nullable(),
  })
  .meta({ id: 'Estimate' })

export type Usage = z.infer<typeof usageSchema>
export type UsageGroup = (typeof usageGroups)[number]
export type Estimate = z.infer<typeof estimateSchema>
