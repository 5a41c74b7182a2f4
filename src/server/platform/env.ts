import { z } from 'zod'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { secretsKeysVariable } from './secrets-keys-variable.ts'
import { findMissingSenderVariables, senderVariables } from './sender-variables.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Every environment variable that the server reads; `.env.example` explains them to people. */
export const envSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
  PORT: wholeNumber(0, 65_535, 'must be a whole number from 0 to 65535').default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' })
    .optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be a URL that begins with postgres:// or postgresql://',
    })
    .optional(),
  DEMO: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .optional(),
  SANDBOX: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Encrypts the credentials of branded numbers. */
  SECRETS_KEYS: secretsKeysVariable,
  /** Who may change rates and arranges branded numbers, by email address. */
  PLATFORM_OPERATORS: z
    .string()
    .transform((text) => text.split(',').map((email) => email.trim().toLowerCase()))
    .pipe(z.array(z.email('must be email addresses with commas between')))
    .optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' })
    .default('https://api.stripe.com'),
  /** Who sells the credit, as invoices name it; lines with | between. */
  INVOICE_SELLER: z
    .string()
    .default('Sandi')
    .transform((text) =>
      text
        .split('|')
        .map((line) => line.trim())
        .join('\n'),
    ),
  /** Lets whoever sends it read /metrics; without one, only this machine may. */
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'must have at least 16 characters and no spaces')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  ...senderVariables,
})

/** The settings of a running server; `DEMO` and `SANDBOX` are decided, here or by `NODE_ENV`. */
export type Env = z.infer<typeof envSchema> & { DEMO: boolean; SANDBOX: boolean }

/**
 * Reads the settings from e.g. `process.env`; an empty string counts as unset.
 * Fails with one sentence per problem, which names the variable and what it allows.
 */
export function parseEnv(source: Record<string, string | undefined>): Result<Env, string[]> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = envSchema.safeParse(given)
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0])
    return `${name} ${message}${shown(name, given[name])}.`
  })
  if (given.NODE_ENV === 'production' && given.SECRET_KEY === undefined) {
    problems.push('SECRET_KEY must be set in production (at least 32 characters).')
  }
  problems.push(...findMissingSenderVariables(given))
  if (given.STRIPE_SECRET_KEY !== undefined && given.STRIPE_WEBHOOK_SECRET === undefined) {
    problems.push('STRIPE_WEBHOOK_SECRET must be set with STRIPE_SECRET_KEY.')
  }
  if (!parsed.success || problems.length > 0) return err(problems)
  const DEMO = parsed.data.DEMO ?? parsed.data.NODE_ENV !== 'production'
  return ok({ ...parsed.data, DEMO, SANDBOX: parsed.data.SANDBOX ?? DEMO })
}

function wholeNumber(min: number, max: number, error: string) {
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error))
}

/** Passwords and keys never reach the terminal. */
function shown(name: string, value: string | undefined): string {
  return /SECRET|TOKEN|KEY|DATABASE_URL|SMTP_URL/.test(name) ? '' : `, but is “${value}”`
}
