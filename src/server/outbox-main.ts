import {
  listDeadLettersAcrossOrgs,
  retryDeadLetterAcrossOrgs,
} from './operator/dead-letter-service.ts'
import type { Context } from './platform/context.ts'
import { createIds } from './platform/create-ids.ts'
import { openDatabase } from './platform/db/open-database.ts'
import { parseEnv } from './platform/env.ts'
import { systemClock } from './platform/system-clock.ts'

// `npm run outbox -- list` shows the work that was given up, `npm run outbox -- retry ID` has it tried
// again by the next process that runs. Ends with 1 when something is wrong.

const say = (text: string) => process.stdout.write(`${text}\n`)

const env = parseEnv(process.env)
if (!env.ok) {
  for (const problem of env.error) process.stderr.write(`${problem}\n`)
  process.exit(1)
}
const [command, id] = process.argv.slice(2)
const { db, close } = await openDatabase(env.value)
const context: Context = {
  db,
  clock: systemClock,
  installation: { hasSandbox: false, official: {} },
  newId: createIds(systemClock),
}
try {
  if (command === 'list' && id === undefined) {
    const listed = await listDeadLettersAcrossOrgs(context, { limit: 1_000 })
    const letters = listed.ok ? listed.value.items : []
    for (const { id: jobId, about, attempts, givenUpAt, lastError, retryObjection } of letters) {
      say(`${jobId}  ${about}`)
      say(`  given up ${givenUpAt} after ${attempts} tries: ${lastError}`)
      if (retryObjection !== null) say(`  ${retryObjection}`)
    }
    say(`${letters.length} given up.`)
  } else if (command === 'retry' && id !== undefined) {
    const retried = await retryDeadLetterAcrossOrgs(context, null, id)
    say(retried.ok ? 'It will be tried again.' : retried.error.detail)
    process.exitCode = retried.ok ? 0 : 1
  } else {
    say('Usage: npm run outbox -- list | retry ID')
    process.exitCode = 1
  }
} finally {
  await close()
}
