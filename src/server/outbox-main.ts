import { openDatabase } from './platform/db/open-database.ts'
import { parseEnv } from './platform/env.ts'
import { listDeadJobs, reviveJob } from './platform/jobs/outbox-repo.ts'
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
try {
  if (command === 'list' && id === undefined) {
    const jobs = await listDeadJobs(db)
    for (const { id: jobId, kind, subjectId, attempts, deadAt, lastError } of jobs) {
      say(`${jobId}  ${kind} of ${subjectId}`)
      say(
        `  given up ${deadAt?.toISOString()} after ${attempts} tries: ${lastError ?? 'no reason'}`,
      )
    }
    say(`${jobs.length} given up.`)
  } else if (command === 'retry' && id !== undefined) {
    const found = await reviveJob(db, id, systemClock.now())
    say(found ? 'It will be tried again.' : `Nothing with the id ${id} was given up.`)
    process.exitCode = found ? 0 : 1
  } else {
    say('Usage: npm run outbox -- list | retry ID')
    process.exitCode = 1
  }
} finally {
  await close()
}
