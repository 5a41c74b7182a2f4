import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Flow } from '#contract/flow-contract.ts'
import type { Task } from '#contract/task-contract.ts'
import { type Channel, channels } from '#domain/otp/channel.ts'
import { type ChallengeState, stateAt } from '#domain/otp/otp-challenge.ts'
import { reconcile, settleStaleHolds } from '#server/billing/reconcile-service.ts'
import { createOtp } from '#server/otp/otp-service.ts'
import type { Context } from '#server/platform/context.ts'
import { createIds } from '#server/platform/create-ids.ts'
import { openEmbedded } from '#server/platform/db/open-embedded.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { parseEnv } from '#server/platform/env.ts'
import { silentLogger } from '#server/platform/logger.ts'
import { createPlatformSenders, toInstallation } from '#server/platform-senders.ts'
import { createProcessWebhooks } from '#server/webhooks/process-webhooks-service.ts'
import { createFakeClock } from '../fake-clock.ts'
import { anOtpDocument } from '../otp-steps.ts'
import { loopbackCertificate } from '../providers/loopback-certificate.ts'
import { type ServerProcess, signIn, spawnServer } from '../spawn-server.ts'
import { type FaultMailServer, startFaultMailServer } from './fault-mail-server.ts'
import {
  type FaultProvider,
  metaSecret,
  startFaultProvider,
  twilioToken,
} from './fault-provider.ts'

// A bad day: providers that fail in every way they can, and our process killed again and again. At the
// end, what the providers took and what the books say must be the same. `npm run test:faults` is longer.

const rounds = Number(process.env.FAULT_ROUNDS ?? 2)
const sendsPerRound = Number(process.env.FAULT_SENDS ?? 20)
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 2 ** 31)
const clients = 8
/** How many sends a process has under way at once. */
const hands = 16
const hours = 60 * 60_000

const directory = mkdtempSync(join(tmpdir(), 'sandi-faults-'))
let provider: FaultProvider
let mailServer: FaultMailServer
let env: Record<string, string>
let server: ServerProcess | undefined
let logs = ''

/** Mulberry32: the same seed, the same faults. */
const createRandom = (start: number) => {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const random = createRandom(seed)

const findFreePort = async (): Promise<number> => {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

beforeAll(async () => {
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  provider = await startFaultProvider(publicUrl, random)
  mailServer = await startFaultMailServer(random)
  const certificate = join(directory, 'loopback.pem')
  writeFileSync(certificate, loopbackCertificate.cert)
  env = {
    ...{ DATA_DIR: directory, PORT: String(port), PUBLIC_URL: publicUrl, LOG_LEVEL: 'info' },
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: twilioToken,
    TWILIO_FROM: '+15005550006',
    TWILIO_BASE_URL: provider.baseUrl,
    WHATSAPP_PHONE_NUMBER_ID: '1',
    WHATSAPP_BUSINESS_ACCOUNT_ID: '2',
    WHATSAPP_ACCESS_TOKEN: 'token',
    WHATSAPP_APP_SECRET: metaSecret,
    WHATSAPP_VERIFY_TOKEN: 'word',
    WHATSAPP_BASE_URL: provider.baseUrl,
    SMTP_URL: `smtps://localhost:${mailServer.port}`,
    SMTP_FROM: 'codes@sandi.example',
    NODE_EXTRA_CA_CERTS: certificate,
  }
})

afterAll(async () => {
  await server?.end('SIGKILL')
  await provider.stop()
  await mailServer.stop()
  rmSync(directory, { recursive: true, force: true })
})

const start = async () => {
  server = spawnServer(env)
  return { server, address: await server.ready() }
}

const end = async (running: ServerProcess, signal: NodeJS.Signals) => {
  await running.end(signal)
  logs += running.output.stderr
}

const post = async <Body>(url: string, cookie: string, body: unknown): Promise<Body> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as Body
}

/** Thousands of sends are more than the default policy allows and the demo can pay. */
const allowMuch = async () => {
  const { db, close } = await openEmbedded(directory)
  await db.execute(sql`
    update organizations set otp_policy = otp_policy
      || '{"sendsPerHour": {"organisation": 100000, "worker": 100000, "prefix": 30, "recipient": 10}}'`)
  await db.execute(sql`
    with entry as (
      insert into ledger_entries
      select 'faults', id, 'top-up', 'top_ups', 'available', 1000000000000, null, 'faults', 'Faults', now()
      from organizations
    )
    update ledger_balances set balance_micro = balance_micro + 1000000000000
    where account = 'available'`)
  await close()
}

const publishFlows = async (address: string): Promise<string[]> => {
  const cookie = await signIn(address, 'admin@sandi.test')
  const flowIds: string[] = []
  for (const channel of channels) {
    const body = { name: `By ${channel}`, document: anOtpDocument({ channel }) }
    const { id } = await post<Flow>(`${address}/api/v1/flows`, cookie, body)
    await post(`${address}/api/v1/flows/${id}/publish`, cookie, {})
    flowIds.push(id)
  }
  return flowIds
}

let lastNumber = 0

const createTasks = async (address: string, flowIds: readonly string[]): Promise<string[]> => {
  const cookie = await signIn(address, 'planner@sandi.test')
  const taskIds: string[] = []
  for (let index = 0; index < sendsPerRound; index += 1) {
    lastNumber += 1
    // A block of numbers of its own for each.
    const phone = `+62812${String(lastNumber * 10_000).padStart(8, '0')}`
    const flowId = flowIds[index % flowIds.length]
    const answers = { phone, mail: `receiver${lastNumber}@example.com` }
    const body = { flowId, answers, assigneeId: 'demo-worker' }
    taskIds.push((await post<Task>(`${address}/api/v1/tasks`, cookie, body)).id)
  }
  return taskIds
}

/** Sends for all tasks, from several phones at once, while the server is killed at some moment. */
const sendAndKill = async (
  running: ServerProcess,
  address: string,
  taskIds: readonly string[],
  acknowledged: Set<string>,
) => {
  const cookie = await signIn(address, 'worker@sandi.test')
  const waiting = [...taskIds]
  const sendAll = async () => {
    for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
      const sent = await post<{ challengeId: string }>(
        `${address}/api/v1/tasks/${task}/otp/send`,
        cookie,
        { componentId: 'verification' },
      ).catch(() => undefined)
      if (sent !== undefined) acknowledged.add(sent.challengeId)
    }
  }
  const sending = Promise.all(Array.from({ length: clients }, sendAll))
  // Somewhere in the middle, whatever the speed of the machine.
  const countTaken = () => provider.taken.length + mailServer.taken.length
  const before = { acknowledged: acknowledged.size, taken: countTaken() }
  const enough = Math.ceil(sendsPerRound * (0.2 + 0.7 * random()))
  const isEarly = () =>
    acknowledged.size - before.acknowledged < enough || countTaken() === before.taken
  while (isEarly() && waiting.length > 0) await sleep(5)
  await sleep(random() * 200)
  await end(running, 'SIGKILL')
  await sending
}

interface Row {
  id: string
  channel: Channel
  failureCode: string | null
  state: ChallengeState
  expiresAt: number
  holds: number
  captures: number
  releases: number
  refunds: number
}

const listRows = (context: Context) =>
  queryRows<Row>(
    context.db,
    sql`
      select c.id, c.channel, c.failure_code as "failureCode", c.state, (extract(epoch from c.expires_at) * 1000)::float8 as "expiresAt",
        (count(*) filter (where e.kind = 'hold'))::int as holds,
        (count(*) filter (where e.kind = 'capture'))::int as captures,
        (count(*) filter (where e.kind = 'release'))::int as releases,
        (count(*) filter (where e.kind = 'refund'))::int as refunds
      from otp_challenges c left join ledger_entries e on e.challenge_id = c.id
      group by c.id`,
  )

const readEnv = () => {
  const parsed = parseEnv(env)
  if (!parsed.ok) throw new Error(parsed.error.join())
  return parsed.value
}

/** Lets two days pass in which everything that is still open is asked about, and given up at last. */
const letTimePass = async (context: Context, advance: (by: number) => void) => {
  const otp = createOtp(context, {
    ...{ secretKey: 'a key for tests only', logger: silentLogger },
    senders: { official: createPlatformSenders(readEnv(), context.clock) },
  })
  await createProcessWebhooks(context, silentLogger)()
  await settleStaleHolds(context)
  for (const wait of [0.02, 0.02, 0.1, 0.1, 1, 40, 1]) {
    advance(wait * hours)
    await otp.worker.drain()
  }
}

it(`${rounds} times ${sendsPerRound} sends on a bad day, and the books are right (seed ${seed})`, async () => {
  const first = await start()
  await end(first.server, 'SIGTERM')
  await allowMuch()
  let current = await start()
  const flowIds = await publishFlows(current.address)
  const acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const taskIds = await createTasks(current.address, flowIds)
    await sendAndKill(current.server, current.address, taskIds, acknowledged)
    current = await start()
  }
  provider.close()
  mailServer.close()
  await provider.finishReports()
  await end(current.server, 'SIGTERM')

  const { db, close } = await openEmbedded(directory)
  const clock = createFakeClock(Date.now())
  const installation = toInstallation(readEnv())
  const context = { db, clock, installation, newId: createIds(clock) }
  await letTimePass(context, clock.advance)
  const rows = await listRows(context)
  const reconciled = await reconcile(context)
  const [{ reserved, jobs } = { reserved: '', jobs: -1 }] = await queryRows<{
    reserved: string
    jobs: number
  }>(
    db,
    sql`select (select sum(balance_micro)::text from ledger_balances where account = 'reserved') as reserved,
      (select count(*)::int from outbox) as jobs`,
  )
  await close()

  // Nothing that was acknowledged is lost.
  const ids = new Set(rows.map(({ id }) => id))
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged.size)
  expect(acknowledged.size).toBeGreaterThan(rounds)
  // Nothing was sent twice.
  const taken = [...provider.taken, ...mailServer.taken]
  expect(taken.length).toBeGreaterThan(0)
  const takenIds = taken.map(({ challengeId }) => challengeId)
  expect(new Set(takenIds).size).toBe(takenIds.length)
  // Each is at its end, and paid exactly where it was taken and did not fail.
  const truth = new Map(provider.taken.map((message) => [message.challengeId, message.end]))
  const mailed = new Set(mailServer.taken.map(({ challengeId }) => challengeId))
  const isPaidRightly = ({ id, channel, failureCode }: Row, net: number): boolean => {
    if (channel !== 'email') return net === (truth.get(id) === 'delivered' ? 1 : 0)
    // Nobody can be asked about a mail whose answer was lost: that one is not charged.
    return mailed.has(id) ? net === 1 || failureCode === 'unknown-outcome' : net === 0
  }
  const wrong = rows.filter((row) => {
    const { state, expiresAt, holds, captures, releases, refunds } = row
    const now = stateAt({ state, expiresAt }, clock.now())
    const isOver = !['created', 'sending', 'sent', 'delivered'].includes(now)
    const isSettled = holds === 1 && captures + releases === 1
    return !isOver || !isSettled || !isPaidRightly(row, captures - refunds)
  })
  expect(wrong.map((row) => ({ ...row, taken: truth.get(row.id) ?? mailed.has(row.id) }))).toEqual(
    [],
  )
  const mails = rows.filter(({ channel }) => channel === 'email')
  const paidMails = mails.filter(({ captures }) => captures === 1)
  const inDoubt = mails.filter(({ failureCode }) => failureCode === 'unknown-outcome').length
  process.stdout.write(
    `${rows.length} challenges, ${acknowledged.size} acknowledged; taken: ${provider.taken.length} by phone, ${mailed.size} by mail (${paidMails.length} paid, ${inDoubt} in doubt)\n`,
  )
  // In doubt is only what was under way when an answer was lost or the process was killed.
  expect(inDoubt).toBeLessThanOrEqual(mailServer.cut + rounds * hands)
  expect(reconciled).toEqual({ sum: 0n, discrepancies: [] })
  expect({ reserved, jobs }).toEqual({ reserved: '0', jobs: 0 })
  // No code is in any log: as a word of its own, which no id and no time is.
  expect(logs).toContain('request')
  const shown = taken.filter(({ code }) =>
    new RegExp(`(?<![0-9a-f.-])${code}(?![0-9a-f-])`).test(logs),
  )
  expect(shown).toEqual([])
}, 3_600_000)
