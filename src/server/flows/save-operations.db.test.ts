import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Flow, Saved } from '#contract/flow-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient
let owner: TestClient
let flow: Flow
let count = 0

beforeAll(async () => {
  app = await createTestApp({ db: (await createPostgresDatabase()).db })
  admin = app.as('admin')
  owner = app.as('owner')
})
afterAll(() => app.close())

beforeEach(async () => {
  count += 1
  const created = await admin.post<Flow>('/flows', {
    name: `Merge ${count}`,
    template: 'last-mile-delivery',
  })
  flow = created.body
})

const otp = 'receiverConfirmation'
const set = (componentId: string, changes: Record<string, string | number | null>): Operation => ({
  type: 'component.update',
  componentId,
  changes,
})

let operationCount = 0
const save = (
  client: TestClient,
  clientId: string,
  baseRevision: number,
  operations: (Operation | { id: string; operation: Operation })[],
) =>
  client.post<Saved>(`/flows/${flow.id}/operations`, {
    baseRevision,
    clientId,
    operations: operations.map((operation) => {
      operationCount += 1
      return 'operation' in operation ? operation : { id: `operation-${operationCount}`, operation }
    }),
  })

const read = async () => (await admin.get<Flow>(`/flows/${flow.id}`)).body
const component = async (id: string) =>
  (await read()).document.pages
    .flatMap(({ components }) => components)
    .find((one) => one.id === id) as Record<string, unknown> | undefined

describe('two admins who edit one flow', () => {
  it('both keep their work where they set different settings of one component', async () => {
    const mine = await save(admin, 'tab-a', 0, [set(otp, { digits: 8 })])
    const theirs = await save(owner, 'tab-b', 0, [set(otp, { title: 'Code, please' })])
    expect(mine.body).toMatchObject({ revision: 1, conflicts: [], others: [] })
    expect(theirs.body).toMatchObject({
      revision: 2,
      conflicts: [],
      others: [{ revision: 1, operation: set(otp, { digits: 8 }) }],
    })
    expect(await component(otp)).toMatchObject({ digits: 8, title: 'Code, please' })
  })

  it('get a conflict with both values and the name, where both set the same setting', async () => {
    await save(admin, 'tab-a', 0, [set(otp, { digits: 8 })])
    const late = await save(owner, 'tab-b', 0, [
      { id: 'late', operation: set(otp, { digits: 4 }) },
      set(otp, { title: 'Applied all the same' }),
    ])
    expect(late.body.conflicts).toEqual([
      {
        operationId: 'late',
        code: 'changed-by-other',
        message: 'Dewi Lestari has changed this meanwhile.',
        setting: `component/${otp}/digits`,
        mine: 4,
        theirs: 8,
        by: 'Dewi Lestari',
      },
    ])
    expect(late.body.applied).toHaveLength(1)
    expect(await component(otp)).toMatchObject({ digits: 8, title: 'Applied all the same' })
  })

  it('are not in conflict when they agree, nor with themselves, nor with what they have seen', async () => {
    const first = await save(admin, 'tab-a', 0, [set(otp, { digits: 8 })])
    const agreeing = await save(owner, 'tab-b', 0, [set(otp, { digits: 8 })])
    const own = await save(admin, 'tab-a', 0, [set(otp, { digits: 8 })])
    const seen = await save(owner, 'tab-b', own.body.revision, [set(otp, { digits: 5 })])
    for (const { body } of [first, agreeing, own, seen]) expect(body.conflicts).toEqual([])
    expect(await component(otp)).toMatchObject({ digits: 5 })
  })

  it('get a conflict for what the other has deleted, and the rest is applied', async () => {
    await save(admin, 'tab-a', 0, [{ type: 'page.remove', pageId: 'confirmation' }])
    const late = await save(owner, 'tab-b', 0, [
      { id: 'on-nothing', operation: set(otp, { digits: 4 }) },
      { type: 'flow.update', changes: { description: 'Still here' } },
    ])
    expect(late.body.conflicts).toMatchObject([{ operationId: 'on-nothing', code: 'target-gone' }])
    expect((await read()).document.settings.description).toBe('Still here')
  })

  it('get a conflict, not an overwrite, where a change of type meets a changed setting', async () => {
    await save(admin, 'tab-a', 0, [set('parcelCount', { title: 'How many' })])
    const late = await save(owner, 'tab-b', 0, [
      {
        type: 'component.changeType',
        component: {
          type: 'view',
          id: 'parcelCount',
          title: 'Parcels handed over',
          required: false,
          visible: true,
          helpText: '',
          foreign: {},
          dataType: 'text',
          value: 'One',
        },
      },
    ])
    expect(late.body.conflicts).toMatchObject([
      {
        setting: 'component/parcelCount/title',
        mine: 'Parcels handed over',
        theirs: 'How many',
      },
    ])
    expect(await component('parcelCount')).toMatchObject({ type: 'input', title: 'How many' })
  })

  it('lose nothing when they save at the same moment', async () => {
    const titles = Array.from({ length: 20 }, (_, index) => `note${index}`)
    const answers = await Promise.all(
      titles.map((id, index) =>
        save(index % 2 ? admin : owner, `tab-${index}`, 0, [
          {
            type: 'component.add',
            pageId: 'arrival',
            index: 0,
            component: {
              type: 'view',
              id,
              title: id,
              required: false,
              visible: true,
              helpText: '',
              foreign: {},
              dataType: 'text',
              value: id,
            },
          },
        ]),
      ),
    )
    const revisions = answers.map(({ body }) => body.revision).toSorted((a, b) => a - b)
    expect(revisions).toEqual(titles.map((_, index) => index + 1))
    const ids = (await read()).document.pages[1]?.components.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(titles))
  })
})

describe('sending again', () => {
  it('changes nothing, says that it is applied, and is never in conflict', async () => {
    const operations = [
      { id: 'first', operation: set(otp, { digits: 8 }) },
      { id: 'second', operation: set(otp, { title: 'Once' }) },
    ]
    await save(admin, 'tab-a', 0, operations)
    await save(owner, 'tab-b', 2, [set(otp, { title: 'Newer' })])
    const again = await save(admin, 'tab-a', 0, operations)
    expect(again.body).toMatchObject({
      revision: 3,
      applied: [
        { id: 'first', revision: 1 },
        { id: 'second', revision: 2 },
      ],
      conflicts: [],
    })
    expect(again.body.others).toHaveLength(1)
    expect(await component(otp)).toMatchObject({ digits: 8, title: 'Newer' })
  })

  it('with something new applies only that', async () => {
    const first = { id: 'kept', operation: set(otp, { digits: 8 }) }
    await save(admin, 'tab-a', 0, [first])
    const more = await save(admin, 'tab-a', 0, [first, set(otp, { digits: 7 })])
    expect(more.body).toMatchObject({ revision: 2, conflicts: [], others: [] })
    expect(await component(otp)).toMatchObject({ digits: 7 })
  })
})

describe('a save', () => {
  it('with an operation that is none is refused whole, with the place', async () => {
    const bad = await admin.post<ProblemDetails>(`/flows/${flow.id}/operations`, {
      baseRevision: 0,
      clientId: 'tab-a',
      operations: [{ id: 'x', operation: { type: 'component.explode' } }],
    })
    expect(bad.status).toBe(400)
    expect(bad.body.errors?.[0]?.path).toMatch(/^body\.operations\.0\.operation/)
    expect((await read()).revision).toBe(0)
  })

  it('with a setting that does not fit is a conflict with the reason, and stores nothing', async () => {
    const bad = await save(admin, 'tab-a', 0, [set(otp, { digits: 9 })])
    expect(bad.body.conflicts).toMatchObject([{ code: 'invalid', setting: 'digits' }])
    expect((await read()).revision).toBe(0)
  })

  it('from a revision that does not exist yet is refused', async () => {
    expect((await save(admin, 'tab-a', 7, [set(otp, { digits: 5 })])).status).toBe(400)
  })

  it('that makes the flow too large is refused whole', async () => {
    const page = (id: string) => ({
      type: 'page.add' as const,
      index: 1,
      page: {
        id,
        kind: 'mobile' as const,
        title: id,
        position: { x: 0, y: 0 },
        next: [],
        foreign: {},
        components: Array.from({ length: 600 }, (_, index) => ({
          type: 'view' as const,
          id: `${id}${index}`,
          title: 'Long',
          required: false,
          visible: true,
          helpText: '',
          foreign: {},
          dataType: 'text' as const,
          value: 'x'.repeat(1_900),
        })),
      },
    })
    expect((await save(admin, 'tab-a', 0, [page('one')])).status).toBe(200)
    const second = await save(admin, 'tab-a', 1, [page('two')])
    expect(second.status).toBe(413)
    expect((await read()).revision).toBe(1)
  })

  it('keeps who did what in the log', async () => {
    await save(owner, 'tab-b', 0, [{ type: 'flow.update', changes: { name: `Renamed ${count}` } }])
    expect(await read()).toMatchObject({ name: `Renamed ${count}`, updatedBy: 'Sri Hartono' })
  })
})
