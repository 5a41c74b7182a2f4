import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openEmbedded } from '#server/platform/db/open-embedded.ts'
import { signIn, spawnServer } from '../spawn-server.ts'
import { budgets } from './budgets.ts'
import { fillLedger } from './fill-ledger.ts'
import { launchBrowser } from './launch-browser.ts'
import { signInContext } from './measure-scripts.ts'
import { printTable, type Row } from './print-table.ts'
import { percentile } from './statistics.ts'
import { timeKeys } from './time-typing.ts'

/** Each has two entries. */
const codes = Number(process.env.BENCH_ENTRIES ?? 1_000_000) / 2
const days = 365
const repetitions = 40
const day = 86_400_000

const start = (directory: string) => spawnServer({ DATA_DIR: directory, DEMO: 'true' })

/** A year of codes, and 50 prices of every country and channel. */
const fill = async (directory: string): Promise<void> => {
  const { db, close } = await openEmbedded(directory)
  const organizationId = 'demo-logistics'
  await fillLedger(db, { organizationId, codes, tasks: 20_000, days, now: Date.now() })
  await db.execute(sql`
    insert into rates
    select channel, country, credits_micro + n * 1000, effective_from - n * interval '20 days', 'bench'
    from rates, generate_series(1, 49) n where channel <> 'email'
    on conflict do nothing`)
  await close()
}

const since = (daysAgo: number) => new Date(Date.now() - daysAgo * day).toISOString()

/** What is asked for, each after the other. */
const questions: [title: string, path: string][] = [
  ['ledger, first page', '/billing/ledger'],
  ['ledger, a page half a year back', `/billing/ledger?to=${since(183)}`],
  ['ledger of a common country', '/billing/ledger?country=SG'],
  ['ledger of a rare country', '/billing/ledger?country=US&kind=capture'],
  ['ledger of a worker', '/billing/ledger?workerId=demo-admin'],
  ['ledger of one task', '/billing/ledger?taskId=bench-17'],
  ['usage of a month by day', `/billing/usage?from=${since(30)}&to=${since(0)}&groupBy=day`],
  ['usage of a month by flow', `/billing/usage?from=${since(30)}&to=${since(0)}&groupBy=flow`],
  ['balance', '/billing/balance'],
  ['rates', '/billing/rates'],
]

const timeQuestions = async (origin: string): Promise<Row[]> => {
  const cookie = await signIn(origin, 'billing@sandi.test')
  const rows: Row[] = []
  for (const [title, path] of questions) {
    const times: number[] = []
    for (let time = 0; time < repetitions; time += 1) {
      const began = performance.now()
      const response = await fetch(`${origin}/api/v1${path}`, { headers: { cookie } })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      times.push(performance.now() - began)
    }
    const values = [percentile(times, 50), percentile(times, 95)]
    rows.push({ title: `${title}, ms`, values, targets: [budgets.question, budgets.question] })
  }
  return rows
}

const timeTyping = async (origin: string): Promise<Row> => {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ baseURL: origin })
    await signInContext(context, 'billing')
    const page = await context.newPage()
    await page.goto('/billing/rates')
    await page.getByLabel('Search').focus()
    const keys = [
      ...'indonesia',
      ...Array(9).fill('Backspace'),
      ...'united',
      ...Array(6).fill('Backspace'),
    ]
    const times = await timeKeys(page, keys)
    const values = [percentile(times, 50), percentile(times, 95)]
    const targets = [budgets.rateFilter, budgets.rateFilter]
    return {
      title: 'rates, a keystroke in the search until it is painted, ms',
      values,
      targets,
      digits: 1,
    }
  } finally {
    await browser.close()
  }
}

/** Measures billing with a million entries over HTTP, and the rates in Chromium: prints a table. */
export const benchBilling = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'sandi-bench-'))
  try {
    const first = start(directory)
    await first.ready()
    await first.end()
    await fill(directory)
    const server = start(directory)
    try {
      const origin = await server.ready()
      const rows = [...(await timeQuestions(origin)), await timeTyping(origin)]
      console.log(
        `Billing with ${(codes * 2).toLocaleString('en')} entries on the embedded database`,
      )
      printTable(['', 'median', 'p95', 'target'], rows)
    } finally {
      await server.end()
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
