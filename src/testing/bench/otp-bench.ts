import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { OpenDatabase } from '#server/platform/db/database.ts'
import { openEmbedded } from '#server/platform/db/open-embedded.ts'
import { openPostgres } from '#server/platform/db/open-postgres.ts'
import { spawnServer } from '../spawn-server.ts'
import { startPostgres } from '../start-postgres.ts'
import { createOtpClient, type OtpClient, type OtpTask } from './otp-client.ts'
import { printTable } from './print-table.ts'
import { readProcessorTime } from './processor-time.ts'
import { median } from './statistics.ts'

// Codes over HTTP: the real server in its own process, as workers' phones would use it. Sends and
// verifications one kind after the other, then whole cycles: send, read the message, verify.

const count = Number(process.env.BENCH_CYCLES ?? 300)
const clientCounts = [1, 8, 32]
const repetitions = 3
/** Cycles a second that the embedded database is hoped to carry. */
const aim = 130

/** Where a server keeps its data: its environment, and a way to prepare it while it is stopped. */
interface Home {
  title: string
  env: Record<string, string>
  open(): Promise<OpenDatabase>
}

interface Run {
  sends: number
  verifications: number
  cycles: number
  /** Of the server for one cycle, ms: steady even on a busy machine. */
  processorTime: number
}

/** One worker can not send thousands of codes an hour by the default policy, nor pay for them. */
const allowMuch = async ({ open }: Home) => {
  const { db, close } = await open()
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

/** Has so many clients work a list off: how many a second. */
const workOff = async <Item>(
  items: readonly Item[],
  clients: number,
  act: (item: Item) => Promise<unknown>,
): Promise<number> => {
  const left = [...items]
  const began = performance.now()
  const client = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await act(item)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return items.length / ((performance.now() - began) / 1_000)
}

const measure = async (
  client: OtpClient,
  pid: number | undefined,
  clients: number,
): Promise<Run> => {
  const tasks = await client.createTasks(count)
  const sends = await workOff(tasks, clients, client.send)
  const codes: [OtpTask, string][] = []
  for (const task of tasks) codes.push([task, await client.readCode(task)])
  const verifications = await workOff(codes, clients, ([task, code]) => client.verify(task, code))
  const fresh = await client.createTasks(count)
  const used = readProcessorTime(pid)
  const cycles = await workOff(fresh, clients, async (task) => {
    await client.send(task)
    await client.verify(task, await client.readCode(task))
  })
  const processorTime = (readProcessorTime(pid) - used) / count
  return { sends, verifications, cycles, processorTime }
}

const measureHome = async (home: Home): Promise<Run[]> => {
  const env = { ...home.env, DEMO: 'true', LOG_LEVEL: 'error' }
  const first = spawnServer(env)
  await first.ready()
  await first.end()
  await allowMuch(home)
  const server = spawnServer(env)
  const client = await createOtpClient(await server.ready())
  await measure(client, server.child.pid, 8)
  const medians: Run[] = []
  for (const clients of clientCounts) {
    const runs: Run[] = []
    while (runs.length < repetitions) {
      runs.push(await measure(client, server.child.pid, clients))
    }
    const pick = (name: keyof Run) => median(runs.map((run) => run[name]))
    medians.push({
      sends: pick('sends'),
      verifications: pick('verifications'),
      cycles: pick('cycles'),
      processorTime: pick('processorTime'),
    })
  }
  await server.end()
  return medians
}

const print = ({ title }: Home, runs: readonly Run[]): void => {
  console.log(`Codes over HTTP, ${title}, one process; medians of ${repetitions}`)
  printTable(
    ['clients', ...clientCounts.map(String), ''],
    [
      { title: 'sends a second', values: runs.map(({ sends }) => sends) },
      { title: 'verifications a second', values: runs.map(({ verifications }) => verifications) },
      { title: `cycles a second (aim: ${aim})`, values: runs.map(({ cycles }) => cycles) },
      {
        title: 'server CPU ms a cycle',
        values: runs.map(({ processorTime }) => processorTime),
        digits: 1,
      },
    ],
  )
}

/** Measures sending and verifying codes on both databases: prints a table for each. */
export const benchOtp = async (): Promise<void> => {
  console.log(`load ${loadavg()[0]?.toFixed(1)}`)
  const directory = mkdtempSync(join(tmpdir(), 'sandi-bench-'))
  const postgres = await startPostgres([])
  const url = await postgres.createDatabase()
  const homes: Home[] = [
    {
      title: 'PGlite on disk',
      env: { DATA_DIR: join(directory, 'embedded') },
      open: () => openEmbedded(join(directory, 'embedded')),
    },
    {
      title: 'PostgreSQL 18',
      env: { DATA_DIR: join(directory, 'postgres'), DATABASE_URL: url },
      open: () => openPostgres(url),
    },
  ]
  try {
    for (const home of homes) print(home, await measureHome(home))
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
