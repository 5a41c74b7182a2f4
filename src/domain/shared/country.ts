import { z } from 'zod'

/** ISO 3166-1 alpha-2. Whether there is such a place is for who parses a number or prices a send. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a two-letter country code (ISO 3166-1), for example "ID"')
