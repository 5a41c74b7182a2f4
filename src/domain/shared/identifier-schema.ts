import { z } from 'zod'

/** Every object has these, so a record keyed by them would answer for a key nobody set. */
const inheritedNames = Object.getOwnPropertyNames(Object.prototype)

const identifier = (pattern: RegExp, form: string) =>
  z
    .string()
    .max(64)
    .regex(pattern, form)
    .refine((id) => !inheritedNames.includes(id), 'is a name that programs reserve')

/** A component's id: camelCase, unique in its flow, the key of the answer on the task. */
export const componentIdSchema = identifier(
  /^[a-z][a-zA-Z0-9]*$/,
  'must be camelCase: letters and digits, beginning with a small letter',
)

/** The id of a page, a transition or an operation: made by the app, opaque. */
export const idSchema = identifier(
  /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
  'must be letters, digits, "-" or "_"',
)
