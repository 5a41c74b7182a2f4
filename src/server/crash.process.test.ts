import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Flow, Saved } from '#contract/flow-contract.ts'
import { type ServerProcess, signIn, spawnServer } from '#testing/spawn-server.ts'

const rounds = 20
const writers = 4
const directory = mkdtempSync(join(tmpdir(), 'sandi-crash-'))
let server: ServerProcess | undefined

afterAll(async () => {
  await server?.end('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

const start = async () => {
  server = spawnServer({ DATA_DIR: join(directory, 'data') })
  return { server, address: await server.ready() }
}

const createApi = (address: string, cookie: string) => ({
  get: async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${address}/api/v1${path}`, { headers: { cookie } })
    expect(response.status).toBe(200)
    return (await response.json()) as Body
  },
  post: async <Body>(path: string, body: unknown): Promise<Body> => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as Body
  },
})

const addition = (flow: Flow, id: string) => ({
  baseRevision: 0,
  clientId: id,
  operations: [
    {
      id,
      operation: {
        type: 'component.add',
        pageId: flow.document.pages[1]?.id,
        index: 0,
        component: { type: 'view', id, title: id },
      },
    },
  ],
})

/** Writes until the server dies; what it answered for is put into `acknowledged`. */
const writeUntilKilled = async (
  api: ReturnType<typeof createApi>,
  flow: Flow,
  writer: number,
  acknowledged: Set<string>,
) => {
  for (let number = 0; ; number += 1) {
    const id = `writer${writer}n${number}`
    const saved = await api
      .post<Saved>(`/flows/${flow.id}/operations`, addition(flow, id))
      .catch(() => undefined)
    if (saved === undefined) return
    if (saved.applied.some((one) => one.id === id)) acknowledged.add(id)
  }
}

const listComponentIds = (flow: Flow) =>
  flow.document.pages.flatMap(({ components }) => components.map(({ id }) => id))

it(`keeps every acknowledged write through ${rounds} times kill -9 under load`, async () => {
  let { server: current, address } = await start()
  const cookie = await signIn(address, 'admin@sandi.test')
  const written: { flowId: string; acknowledged: Set<string> }[] = []

  const checkFlow = async ({ flowId, acknowledged }: (typeof written)[number]) => {
    const flow = await createApi(address, cookie).get<Flow>(`/flows/${flowId}`)
    const ids = listComponentIds(flow)
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([])
    // One operation, one revision: nothing is half there, nothing twice.
    expect(flow.revision).toBe(ids.length)
    expect(new Set(ids).size).toBe(ids.length)
  }

  for (let round = 0; round < rounds; round += 1) {
    const api = createApi(address, cookie)
    const flow = await api.post<Flow>('/flows', { name: `Round ${round}` })
    const acknowledged = new Set<string>()
    const writing = Array.from({ length: writers }, (_, writer) =>
      writeUntilKilled(api, flow, writer, acknowledged),
    )
    // Another moment in each round.
    const wait = 150 + ((round * 67) % 230)
    await new Promise((resolve) => setTimeout(resolve, wait))
    while (acknowledged.size < 5) await new Promise((resolve) => setTimeout(resolve, 10))
    await current.end('SIGKILL')
    await Promise.all(writing)
    written.push({ flowId: flow.id, acknowledged })
    ;({ server: current, address } = await start())
    await checkFlow({ flowId: flow.id, acknowledged })
  }

  for (const round of written) await checkFlow(round)
  const total = written.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  expect(total).toBeGreaterThan(rounds * 5)
  expect(await current.end()).toBe(0)
}, 600_000)
