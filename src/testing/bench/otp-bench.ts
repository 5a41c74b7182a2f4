import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { openEmbedded } from '#server/platform/db/open-embedded.ts'
import { readProcessorTime } from './processor-time.ts'

// OTP send→verify cycles a second over HTTP: the real server in its own process, on the embedded
// database in a new folder, as a worker's phone would use it: send, read the message, verify.

const cycles = Number(process.env.BENCH_CYCLES ?? 300)
const clientCounts = [1, 8, 32]
const repetitions = 3
/** Between two looks for the message, in ms: far more eager than any phone. */
const pollInterval = 5
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

interface Server {
  child: ChildProcess
  origin: string
}

const start = async (directory: string): Promise<Server> => {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATA_DIR: directory, PORT: '0', DEMO: 'true', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const origin = /http:\/\/\S+/.exec(String(line))?.[0]
  if (origin === undefined) throw new Error(`the server said: ${line}`)
  return { child, origin }
}

const stop = async ({ child }: Server) => {
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** One worker can not send thousands of codes an hour by the default policy, nor pay for them. */
const allowMuch = async (directory: string) => {
  const { db, close } = await openEmbedded(directory)
  await db.execute(sql`
    update organizations set otp_policy = otp_policy
      || '{"sendsPerHour": {"organisation": 20000, "worker": 20000, "prefix": 30, "recipient": 10}}'`)
  await db.execute(sql`
    with entry as (
      insert into ledger_entries
      select 'bench', id, 'top-up', 'top_ups', 'available', 100000000000, null, 'bench', 'Bench', now()
      from organizations
    )
    update ledger_balances set balance_micro = balance_micro + 100000000000
    where account = 'available'`)
  await close()
}

const call = <Body>(
  origin: string,
  method: string,
  path: string,
  { cookie = '', body }: { cookie?: string; body?: unknown } = {},
): Promise<{ status: number; body: Body; cookie: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${origin}/api${path}`,
      { method, agent, headers: { cookie, origin, 'content-type': 'application/json' } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const cookies = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0])
          resolve({
            status: response.statusCode ?? 0,
            body: (text === '' ? undefined : JSON.parse(text)) as Body,
            cookie: cookies.join('; '),
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })

const signIn = async (origin: string, name: string) => {
  const body = { email: `${name}@sandi.test`, password: 'sandi-demo' }
  const { status, cookie } = await call(origin, 'POST', '/auth/sign-in/email', { body })
  if (status !== 200) throw new Error(`${name} can not sign in: ${status}`)
  return cookie
}

let lastRecipient = 0
let flowId: string | undefined

/** Each task is for somebody else, in a block of numbers of their own. */
const createTasks = async (origin: string, count: number) => {
  const cookie = await signIn(origin, 'planner')
  const { body: list } = await call<{ items: { flowId: string; flowName: string }[] }>(
    origin,
    'GET',
    '/v1/tasks?limit=200',
    { cookie },
  )
  flowId ??= list.items.find(({ flowName }) => flowName === 'Last-mile delivery')?.flowId
  const tasks: { id: string; recipient: string }[] = []
  for (let index = 0; index < count; index += 1) {
    lastRecipient += 1
    const recipient = `+62812${String(lastRecipient * 10_000).padStart(8, '0')}`
    const answers = {
      orderNumber: `B-${lastRecipient}`,
      receiverName: 'Bench',
      receiverPhone: recipient,
      deliveryAddress: 'Jalan Bench 1',
    }
    const body = { flowId, answers, assigneeId: 'demo-worker' }
    const made = await call<{ id: string }>(origin, 'POST', '/v1/tasks', { cookie, body })
    if (made.status !== 201) throw new Error(`no task: ${JSON.stringify(made.body)}`)
    tasks.push({ id: made.body.id, recipient })
  }
  return tasks
}

const expectStatus = (expected: number, { status, body }: { status: number; body: unknown }) => {
  if (status !== expected)
    throw new Error(`${status} instead of ${expected}: ${JSON.stringify(body)}`)
}

const runCycle = async (
  origin: string,
  cookie: string,
  { id, recipient }: { id: string; recipient: string },
  componentId: string,
) => {
  const path = `/v1/tasks/${id}/otp`
  expectStatus(202, await call(origin, 'POST', `${path}/send`, { cookie, body: { componentId } }))
  const inbox = `/v1/sandbox/messages?limit=1&recipient=${encodeURIComponent(recipient)}`
  for (;;) {
    const { body } = await call<{ items: { code: string }[] }>(origin, 'GET', inbox, { cookie })
    const [message] = body.items
    if (message !== undefined) {
      const { code } = message
      const verified = await call(origin, 'POST', `${path}/verify`, {
        cookie,
        body: { componentId, code },
      })
      expectStatus(200, verified)
      return
    }
    await sleep(pollInterval)
  }
}

interface Measured {
  perSecond: number
  processorTime: number
}

const measure = async (
  { origin, child }: Server,
  clients: number,
  count: number,
): Promise<Measured> => {
  const tasks = await createTasks(origin, count)
  const cookie = await signIn(origin, 'worker')
  const { body } = await call<{
    document: { pages: { components: { id: string; type: string }[] }[] }
  }>(origin, 'GET', `/v1/tasks/${tasks[0]?.id}`, { cookie })
  const components = body.document.pages.flatMap((page) => page.components)
  const componentId = components.find(({ type }) => type === 'otp')?.id ?? ''
  const began = performance.now()
  const used = readProcessorTime(child.pid)
  const client = async () => {
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
      await runCycle(origin, cookie, task, componentId)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return {
    perSecond: count / ((performance.now() - began) / 1_000),
    processorTime: (readProcessorTime(child.pid) - used) / count,
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const directory = mkdtempSync(join(tmpdir(), 'sandi-bench-'))
try {
  await stop(await start(directory))
  await allowMuch(directory)
  const server = await start(directory)
  await measure(server, 8, 100)
  console.log('OTP send→verify cycles over HTTP (PGlite on disk, one process)')
  console.log('clients   median/s   all runs       server CPU ms per cycle')
  for (const clients of clientCounts) {
    const runs: Measured[] = []
    for (let run = 0; run < repetitions; run += 1) runs.push(await measure(server, clients, cycles))
    const rates = runs.map(({ perSecond }) => perSecond)
    const columns = [
      String(clients).padStart(7),
      median(rates).toFixed(0).padStart(8),
      rates
        .map((rate) => rate.toFixed(0))
        .join(' ')
        .padEnd(12),
      median(runs.map(({ processorTime }) => processorTime)).toFixed(1),
    ]
    console.log(columns.join('   '))
  }
  await stop(server)
} finally {
  agent.destroy()
  rmSync(directory, { recursive: true, force: true })
}
