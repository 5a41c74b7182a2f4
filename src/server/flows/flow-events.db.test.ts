import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Flow, Saved } from '#contract/flow-contract.ts'
import type { Presence } from '#contract/flow-events-contract.ts'
import { second } from '#domain/shared/clock.ts'
import { createLocalBus } from '#server/platform/bus.ts'
import { silentLogger } from '#server/platform/logger.ts'
import { type EventReader, readEvents } from '#testing/event-reader.ts'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'
import { createFlowEvents } from './flow-events-service.ts'

const clock = createFakeClock()
/** Two processes on one PostgreSQL. */
let here: Awaited<ReturnType<typeof createTestApp>>
let there: Awaited<ReturnType<typeof createTestApp>>
let owner: TestClient
let admin: TestClient
let flow: Flow
let count = 0

beforeAll(async () => {
  const database = await createPostgresDatabase()
  here = await createTestApp({ ...database, clock })
  there = await createTestApp({ ...database, clock })
  owner = here.as('owner')
  admin = there.as('admin')
})
afterAll(async () => {
  await here.close()
  await there.close()
})

beforeEach(async () => {
  count += 1
  const created = await owner.post<Flow>('/flows', {
    name: `Together ${count}`,
    template: 'last-mile-delivery',
  })
  flow = created.body
})

const follow = async (
  client: TestClient,
  clientId: string,
  since = 0,
  headers: Record<string, string> = {},
): Promise<EventReader> => {
  const path = `/flows/${flow.id}/events?clientId=${clientId}&since=${since}`
  const { body } = await client.request(path, { headers })
  if (body === null) throw new Error('no stream')
  return readEvents(body)
}

let operations = 0
const rename = (client: TestClient, clientId: string, title: string, baseRevision = 0) => {
  operations += 1
  const operation = { type: 'component.update', componentId: 'parcelCount', changes: { title } }
  return client.post<Saved>(`/flows/${flow.id}/operations`, {
    baseRevision,
    clientId,
    operations: [{ id: `op${operations}`, operation }],
  })
}

const move = (client: TestClient, presence: Partial<Presence> & { clientId: string }) =>
  client.post(`/flows/${flow.id}/presence`, {
    pageId: null,
    componentId: null,
    cursor: null,
    ...presence,
  })

describe('following a flow', () => {
  it("brings everybody's operations in order, with who did them, from process to process", async () => {
    const mine = await follow(owner, 'tab-a')
    const theirs = await follow(admin, 'tab-b')
    await rename(owner, 'tab-a', 'One')
    await rename(admin, 'tab-b', 'Two', 1)
    for (const reader of [mine, theirs]) {
      await reader.until('operations', (log) => log.some(({ revision }) => revision === 2))
      const log = reader.events.flatMap(({ name, data }) => (name === 'operations' ? data : []))
      expect(log.map(({ revision, clientId, by }) => [revision, clientId, by.name])).toEqual([
        [1, 'tab-a', 'Sri Hartono'],
        [2, 'tab-b', 'Dewi Lestari'],
      ])
      await reader.leave()
    }
  })

  it('sends first what was missed since the last event', async () => {
    await rename(owner, 'tab-a', 'One')
    await rename(owner, 'tab-a', 'Two', 1)
    const reader = await follow(admin, 'tab-b', 0, { 'last-event-id': '1' })
    const log = await reader.until('operations')
    expect(log.map(({ revision }) => revision)).toEqual([2])
    await reader.leave()
  })

  it('brings a replacement of the whole document', async () => {
    const reader = await follow(admin, 'tab-b')
    const replaced = await owner.send(
      'PUT',
      `/flows/${flow.id}`,
      { document: flow.document },
      { 'if-match': '"0"' },
    )
    expect(replaced.status).toBe(200)
    const [replacement] = await reader.until('operations')
    expect(replacement?.operation.type).toBe('batch')
    await reader.leave()
  })

  it('ends with the flow', async () => {
    const reader = await follow(admin, 'tab-b')
    await owner.send('DELETE', `/flows/${flow.id}`)
    await reader.until('deleted')
    await reader.ended
  })

  it('asks who is too far behind to fetch the document', async () => {
    await rename(owner, 'tab-a', 'One')
    const batch = Array.from({ length: 500 }, (_, index) => ({
      id: `${flow.id}-${index}`,
      operation: { type: 'flow.update', changes: { description: `${index}` } },
    }))
    for (const part of ['a', 'b']) {
      const sent = batch.map(({ id, operation }) => ({ id: `${id}${part}`, operation }))
      await owner.post(`/flows/${flow.id}/operations`, {
        baseRevision: 1,
        clientId: 'tab-a',
        operations: sent,
      })
    }
    const reader = await follow(admin, 'tab-b')
    expect(await reader.until('reset')).toEqual({ revision: 1_001 })
    await rename(owner, 'tab-a', 'Two', 1_001)
    const log = await reader.until('operations')
    expect(log.map(({ revision }) => revision)).toEqual([1_002])
    await reader.leave()
  })

  it('is for the roles that may read flows, in their own organisation', async () => {
    const path = `/flows/${flow.id}/events?clientId=x`
    expect((await here.as('field_user').get(path)).status).toBe(403)
    expect((await here.request(path)).status).toBe(401)
    const stranger = { ...owner.actor, organizationId: 'another' }
    expect((await here.as(stranger).get(path)).status).toBe(404)
    expect((await owner.get(`/flows/${flow.id}/events`)).status).toBe(400)
  })

  it('is limited for each person', async () => {
    const planner = here.as('planner')
    const readers = await Promise.all(
      Array.from({ length: 24 }, (_, index) => follow(planner, `tab-${index}`)),
    )
    const refused = await planner.get(`/flows/${flow.id}/events?clientId=more`)
    expect(refused.status).toBe(429)
    // The same tab again takes the place of its lost connection.
    for (const reader of readers) await reader.leave()
    const again = await follow(planner, 'more')
    await again.leave()
  })
})

describe('presence', () => {
  it('shows who is there, what they do, and when they go, from process to process', async () => {
    const mine = await follow(owner, 'tab-a')
    await move(owner, { clientId: 'tab-a', pageId: 'arrival' })
    const theirs = await follow(admin, 'tab-b')
    const seen = await theirs.until('presence', ({ pageId }) => pageId === 'arrival')
    expect(seen).toMatchObject({ clientId: 'tab-a', name: 'Sri Hartono', componentId: null })
    await mine.until('presence', ({ clientId }) => clientId === 'tab-b')
    // The request may come to another process than the stream.
    await move(here.as('admin'), { clientId: 'tab-b', cursor: { x: 1, y: 2 } })
    await mine.until('presence', ({ cursor }) => cursor?.x === 1)
    await theirs.leave()
    await mine.until('gone', ({ clientId }) => clientId === 'tab-b')
    await mine.leave()
  })

  it('of somebody who does not follow, or in the name of somebody else, is not shown', async () => {
    const mine = await follow(owner, 'tab-a')
    const theirs = await follow(admin, 'tab-b')
    await mine.until('presence', ({ clientId }) => clientId === 'tab-b')
    await move(admin, { clientId: 'ghost', pageId: 'arrival' })
    await move(owner, { clientId: 'tab-b', pageId: 'arrival' })
    const stranger = { ...admin.actor, organizationId: 'another' }
    await move(there.as(stranger), { clientId: 'tab-b', pageId: 'arrival' })
    await move(admin, { clientId: 'tab-b', componentId: 'parcelCount' })
    await mine.until('presence', ({ componentId }) => componentId === 'parcelCount')
    const shown = mine.events.flatMap(({ name, data }) => (name === 'presence' ? data : []))
    expect(shown.filter(({ pageId }) => pageId !== null)).toEqual([])
    expect(new Set(shown.map(({ clientId }) => clientId))).toEqual(new Set(['tab-b']))
    await mine.leave()
    await theirs.leave()
  })
})

describe('many who save at the same moment through two processes', () => {
  it('come one after the other: every operation once, in one order', async () => {
    const reader = await follow(owner, 'reader')
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        rename(index % 2 ? admin : owner, 'one-and-the-same', `Title ${index}`),
      ),
    )
    const revisions = answers.map(({ body }) => body.revision).toSorted((a, b) => a - b)
    expect(revisions).toEqual(answers.map((_, index) => index + 1))
    await reader.until('operations', (log) => log.some(({ revision }) => revision === 30))
    const log = reader.events.flatMap(({ name, data }) => (name === 'operations' ? data : []))
    expect(log.map(({ revision }) => revision)).toEqual(answers.map((_, index) => index + 1))
    const last = log.at(-1)?.operation
    const { document } = (await admin.get<Flow>(`/flows/${flow.id}`)).body
    const components = document.pages.flatMap((page) => page.components)
    const title = components.find(({ id }) => id === 'parcelCount')?.title
    expect(last).toMatchObject({ changes: { title } })
    await reader.leave()
  })

  it('keep the document right when it is written only now and then', async () => {
    for (let index = 0; index < 120; index += 1) {
      await rename(index % 3 ? admin : owner, 'tab-a', `Title ${index}`, index)
      if (index % 25 === 24) {
        const { document, revision } = (await owner.get<Flow>(`/flows/${flow.id}`)).body
        const components = document.pages.flatMap((page) => page.components)
        const title = components.find(({ id }) => id === 'parcelCount')?.title
        expect([revision, title]).toEqual([index + 1, `Title ${index}`])
      }
    }
  })
})

describe('a session that ends', () => {
  it('ends its streams at the next beat', async () => {
    let isSignedIn = true
    const { context } = here
    const hub = createFlowEvents({ context, bus: createLocalBus(), logger: silentLogger }, 20)
    const body = await hub.follow(owner.actor, {
      flowId: flow.id,
      clientId: 'tab-a',
      since: 0,
      isAllowed: async () => isSignedIn,
    })
    if (!body.ok) throw new Error('no stream')
    const reader = readEvents(body.value)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await rename(owner, 'tab-a', 'Still there')
    hub.announce(flow.id)
    await reader.until('operations')
    isSignedIn = false
    await reader.ended
    hub.close()
  })
})

describe('telling where one is', () => {
  it('is refused over 100 times a second, with when to go on', () => {
    const { context } = here
    const hub = createFlowEvents({ context, bus: createLocalBus(), logger: silentLogger })
    const presence = { clientId: 'tab-a', pageId: null, componentId: null, cursor: null }
    const tell = (client = owner) => hub.move(client.actor, { flowId: flow.id, ...presence })
    const told = Array.from({ length: 101 }, () => tell())
    expect(told.filter(({ ok }) => ok)).toHaveLength(100)
    expect(told.at(-1)).toMatchObject({ error: { code: 'too-many-requests', retryAfter: 1 } })
    expect(tell(admin).ok).toBe(true)
    clock.advance(second)
    expect(tell().ok).toBe(true)
    hub.close()
  })
})
