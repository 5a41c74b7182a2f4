import { second } from '#domain/shared/clock.ts'
import { parseEnv } from './platform/env.ts'
import { createPinoLogger } from './platform/pino-logger.ts'
import { type RunningServer, startServer } from './start-server.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

const env = parseEnv(process.env)
if (!env.ok) {
  say('Sandi can not start with these settings:')
  for (const problem of env.error) say(`- ${problem}`)
  process.exit(1)
}

const logger = createPinoLogger(env.value.LOG_LEVEL)
let server: RunningServer | undefined
let isStopping = false

const stop = async (signal: string) => {
  if (isStopping) return
  isStopping = true
  logger.info({ signal }, 'stopping')
  // Whatever still hangs is recovered from at the next start, as after a crash.
  setTimeout(() => process.exit(0), 9.5 * second).unref()
  await server?.stop()
  process.exit(0)
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)

try {
  server = await startServer(env.value, logger)
  process.stdout.write(`Sandi is ready at ${env.value.PUBLIC_URL ?? server.address}\n`)
} catch (error) {
  say(`Sandi can not start: ${error instanceof Error ? error.message : error}`)
  logger.debug({ err: error }, 'start failed')
  process.exit(1)
}
