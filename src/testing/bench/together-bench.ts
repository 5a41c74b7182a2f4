import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Flow, Saved } from '#contract/flow-contract.ts'
import { readEvents } from '../event-reader.ts'
import { signIn, spawnServer } from '../spawn-server.ts'
import { createLargeDocument } from './large-flow.ts'
import { printTable, type Row } from './print-table.ts'
import { readProcessorTime } from './processor-time.ts'
import { median, percentile } from './statistics.ts'

// Saving together over HTTP: the real server in its own process, on the embedded database in a new
// folder. One who edits a flow of 500 pages, then 20 who edit one flow at the same time.

const pageCount = 500
const saves = 200
const clients = 20
/** Ms between two operations of one client. */
const pace = 200
const seconds = 10
const repetitions = 3
/** What saving together may cost: bytes, then ms. */
const aims = { requestBytes: 2_000, save: 50, converge: 300 }

interface Member {
  clientId: string
  revision: number
  cookie: string
}

const call = async <Body>(address: string, cookie: string, path: string, body?: unknown) => {
  const response = await fetch(`${address}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Body
}

const createFlow = (address: string, cookie: string, name: string) =>
  call<Flow>(address, cookie, '/flows', { name, document: createLargeDocument(pageCount) })

const toRequest = ({ clientId, revision }: Member, id: string, page: number) => ({
  baseRevision: revision,
  clientId,
  operations: [
    {
      id,
      operation: {
        type: 'component.update',
        componentId: `page${page}Name`,
        changes: { title: `Name of the receiver, ${id}` },
      },
    },
  ],
})

/** One edit after another: ms until each is acknowledged, and what the largest request weighs. */
const timeSaves = async (address: string, cookie: string, flow: Flow) => {
  const member = { clientId: 'alone', revision: 0, cookie }
  const times: number[] = []
  let bytes = 0
  for (let index = 0; index < saves; index += 1) {
    const body = toRequest(member, `alone-${index}`, index % pageCount)
    bytes = Math.max(bytes, JSON.stringify(body).length)
    const began = performance.now()
    const saved = await call<Saved>(address, cookie, `/flows/${flow.id}/operations`, body)
    times.push(performance.now() - began)
    member.revision = saved.revision
  }
  return { times, bytes }
}

/** Many edit at the same time: ms from each edit until everybody has it, and until it is acknowledged. */
const timeTogether = async (address: string, cookie: string, flow: Flow) => {
  const sentAt = new Map<string, number>()
  const converged: number[] = []
  const acknowledged: number[] = []
  const heard = new Map<string, number>()
  const members = Array.from({ length: clients }, (_, index): Member => {
    return { clientId: `client-${index}`, revision: 0, cookie }
  })
  const readers = await Promise.all(
    members.map(async (member) => {
      const path = `/flows/${flow.id}/events?clientId=${member.clientId}&since=0`
      const { body } = await fetch(`${address}/api/v1${path}`, { headers: { cookie } })
      if (body === null) throw new Error('no stream')
      return readEvents(body, ({ name, data }) => {
        if (name !== 'operations') return
        member.revision = data.at(-1)?.revision ?? member.revision
        for (const { id } of data) {
          const count = (heard.get(id) ?? 0) + 1
          heard.set(id, count)
          if (count === clients) converged.push(performance.now() - (sentAt.get(id) ?? Number.NaN))
        }
      })
    }),
  )
  const count = (seconds * 1_000) / pace
  const work = async (member: Member, index: number) => {
    await sleep((pace / clients) * index)
    const start = performance.now()
    for (let number = 0; number < count; number += 1) {
      await sleep(Math.max(0, start + number * pace - performance.now()))
      const id = `${member.clientId}-${number}`
      const body = toRequest(member, id, index)
      const began = performance.now()
      sentAt.set(id, began)
      await call<Saved>(address, cookie, `/flows/${flow.id}/operations`, body)
      acknowledged.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(members.map(work))
  const rate = (clients * count) / ((performance.now() - began) / 1_000)
  await sleep(500)
  await Promise.all(readers.map((reader) => reader.leave()))
  if (converged.length !== clients * count)
    throw new Error('some operations did not reach everybody')
  return { converged, acknowledged, rate }
}

/** Measures saving together: prints a table beside the aims. */
export const benchTogether = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'sandi-bench-'))
  const server = spawnServer({ DATA_DIR: directory, DEMO: 'true', LOG_LEVEL: 'error' })
  try {
    const address = await server.ready()
    const cookie = await signIn(address, 'admin@sandi.test')
    const used: Record<'alone' | 'together', number[]> = { alone: [], together: [] }
    /** Processor time of the server for each operation: steady even on a busy machine. */
    const spend = async <Measured>(
      which: keyof typeof used,
      count: number,
      act: () => Promise<Measured>,
    ) => {
      const before = readProcessorTime(server.child.pid)
      const measured = await act()
      used[which].push((readProcessorTime(server.child.pid) - before) / count)
      return measured
    }
    const alone: Awaited<ReturnType<typeof timeSaves>>[] = []
    const together: Awaited<ReturnType<typeof timeTogether>>[] = []
    for (let run = 0; run < repetitions; run += 1) {
      const own = await createFlow(address, cookie, `Alone ${run}`)
      alone.push(await spend('alone', saves, () => timeSaves(address, cookie, own)))
      const shared = await createFlow(address, cookie, `Together ${run}`)
      const count = (clients * seconds * 1_000) / pace
      together.push(await spend('together', count, () => timeTogether(address, cookie, shared)))
    }
    const row = (title: string, values: number[], more: Partial<Row> = {}): Row => ({
      title,
      values: [median(values)],
      digits: 1,
      ...more,
    })
    const p95 = (values: readonly number[]) => percentile(values, 95)
    console.log(`Saving together, a flow of ${pageCount} pages, PGlite on disk, one process; `)
    console.log(`median of ${repetitions} runs; load ${loadavg()[0]?.toFixed(1)}`)
    printTable(
      ['', 'measured', 'aim'],
      [
        row(
          'one edit, request bytes',
          alone.map(({ bytes }) => bytes),
          { targets: [aims.requestBytes], digits: 0 },
        ),
        row(
          'one edit, acknowledged p50 ms',
          alone.map(({ times }) => median(times)),
        ),
        row(
          'one edit, acknowledged p95 ms',
          alone.map(({ times }) => p95(times)),
          { targets: [aims.save] },
        ),
        row('one edit, server CPU ms', used.alone),
        row(
          `${clients} clients, operations a second`,
          together.map(({ rate }) => rate),
        ),
        row(
          `${clients} clients, acknowledged p95 ms`,
          together.map(({ acknowledged }) => p95(acknowledged)),
        ),
        row(
          `${clients} clients, at everybody p95 ms`,
          together.map(({ converged }) => p95(converged)),
          { targets: [aims.converge] },
        ),
        row(`${clients} clients, server CPU ms per operation`, used.together),
      ],
    )
  } finally {
    await server.end()
    rmSync(directory, { recursive: true, force: true })
  }
}
