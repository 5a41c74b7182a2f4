import { z } from 'zod'
import { countrySchema } from '#domain/shared/country.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { isSafePattern } from '#domain/shared/safe-pattern.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { componentBase } from '../component-base-schema.ts'
import { dataTypeSchema } from '../data-type.ts'

/** The longest answer that a text field can take, in characters. */
const longestText = 5_000

/** Around what an answer must lie: nothing, a point, or an earlier Coordinate. */
const geolocks = ['off', 'point', 'field'] as const

/** When a geolocked Coordinate is taken: when the worker asks for it, or when the page is opened. */
const geolockTriggers = ['answer', 'open'] as const

const degrees = (limit: number) => z.number().min(-limit).max(limit).nullable().default(null)

/** Asks for one value of a data type. Settings that do not concern the data type are ignored. */
export const inputSchema = z.strictObject({
  type: z.literal('input'),
  ...componentBase,
  dataType: dataTypeSchema.default('text'),
  defaultValue: safeText.max(longestText).default(''),
  placeholder: safeText.max(100).default(''),
  /** Number: the smallest and the largest value. */
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  /** Number: what is counted, for example "kg". */
  unit: safeText.max(20).default(''),
  /** Text and Address: how many characters. */
  minimumLength: z.int().min(0).max(longestText).nullable().default(null),
  maximumLength: z.int().min(1).max(longestText).nullable().default(null),
  /** Text: a regular expression that the whole answer must match; empty for none. */
  pattern: safeText
    .max(200)
    .refine(isSafePattern, 'must be a regular expression without repeated groups or look-around')
    .default(''),
  /** Phone Number: how a national number is read; null asks for the international form. */
  defaultCountry: countrySchema.nullable().default(null),
  /** Currency: ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a three-letter currency code (ISO 4217), for example "IDR"')
    .default('IDR'),
  /** Coordinate: where the worker must be. */
  geolock: z.enum(geolocks).default('off'),
  geolockLatitude: degrees(90),
  geolockLongitude: degrees(180),
  /** The Coordinate field whose answer is the centre. */
  geolockField: componentIdSchema.nullable().default(null),
  /** In metres. */
  geolockRadius: z.int().min(10).max(100_000).default(100),
  geolockTrigger: z.enum(geolockTriggers).default('answer'),
})

export type InputComponent = z.infer<typeof inputSchema>
