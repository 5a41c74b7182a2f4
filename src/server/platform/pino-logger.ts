import { pino } from 'pino'
import type { Logger } from './logger.ts'

/** What must not be read in a log, wherever a caller puts it. */
const secrets = ['password', 'code', 'recipient', 'token', 'cookie', 'authorization', 'secret']

/** Logs JSON lines to standard error, so that standard output stays the one line with the address. */
export const createPinoLogger = (level: string): Logger =>
  pino(
    {
      level,
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    pino.destination({ dest: 2, sync: false }),
  )
