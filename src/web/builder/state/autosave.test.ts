import { expect, test, vi } from 'vitest'
import type { Saved, SentOperation } from '#contract/flow-contract.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { Autosave } from './autosave.ts'
import { createFlowEditor } from './flow-store.ts'
import type { Unsent } from './unsent-storage.ts'

const offline = new Error('offline')

const memoryStorage = (stored?: Unsent) => {
  const storage = {
    stored,
    load: () => Promise.resolve(storage.stored),
    save: (unsent: Unsent) => {
      storage.stored = unsent.operations.length === 0 ? undefined : unsent
      return Promise.resolve()
    },
  }
  return storage
}

const title = (value: string): Operation => ({
  type: 'component.update',
  componentId: 'otp',
  changes: { title: value },
})

/** The document as a reload finds it. */
const serverFlow = toFlowState(anOtpFlow({ title: 'As the server has it' }))

const setUp = async (
  answer: (sent: SentOperation[], base: number) => Partial<Saved>,
  stored?: Unsent,
) => {
  const editor = createFlowEditor(toFlowState(anOtpFlow()))
  const storage = memoryStorage(stored)
  const requests: SentOperation[][] = []
  let ids = 0
  const autosave = await Autosave.start({
    editor,
    revision: 1,
    storage,
    rest: 5,
    newId: () => `id${++ids}`,
    isOffline: (error) => error === offline,
    reload: () => Promise.resolve({ flow: serverFlow, revision: 9 }),
    send: async ({ operations, baseRevision }) => {
      requests.push(operations)
      const applied = operations.map(({ id }) => id)
      const revision = baseRevision + operations.length
      return { revision, applied, conflicts: [], others: [], ...answer(operations, baseRevision) }
    },
  })
  return { editor, storage, requests, autosave }
}

test('edits are sent after a rest and then no longer kept', async () => {
  const { editor, storage, requests, autosave } = await setUp(() => ({}))
  editor.dispatch(title('A'), 'title')
  editor.dispatch(title('AB'), 'title')
  expect(autosave.store.getState().status).toBe('unsaved')
  expect(storage.stored?.operations).toHaveLength(1)
  await vi.waitFor(() => expect(autosave.store.getState().status).toBe('saved'))
  expect(requests).toEqual([[{ id: 'id2', operation: title('AB') }]])
  expect(storage.stored).toBeUndefined()
})

test('what cannot be sent is kept and sent again under the same id', async () => {
  let failures = 2
  const { editor, storage, requests, autosave } = await setUp(() => {
    if (failures-- > 0) throw offline
    return {}
  })
  editor.dispatch(title('A'))
  await autosave.flush()
  expect(autosave.store.getState().status).toBe('offline')
  expect(storage.stored?.operations).toHaveLength(1)
  await vi.waitFor(() => expect(autosave.store.getState().status).toBe('saved'))
  expect(new Set(requests.map(([first]) => first?.id)).size).toBe(1)
})

test('edits of a closed tab are there again and are sent', async () => {
  const unsent = { baseRevision: 1, operations: [{ id: 'old', operation: title('Kept') }] }
  const { editor, requests, autosave } = await setUp(() => ({}), unsent)
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Kept')
  await vi.waitFor(() => expect(autosave.store.getState().status).toBe('saved'))
  expect(requests[0]).toEqual(unsent.operations)
})

test("others' edits come under one's own", async () => {
  const theirs: Operation = {
    type: 'component.update',
    componentId: 'otp',
    changes: { digits: 8 },
  }
  const others = [{ revision: 2, operation: theirs }]
  const { editor, autosave } = await setUp(() => ({ others, revision: 3 }))
  editor.dispatch(title('Mine'))
  await autosave.flush()
  expect(editor.store.getState().flow.componentsById.otp).toMatchObject({
    title: 'Mine',
    digits: 8,
  })
})

test('an edit in conflict gives way to theirs until the person decides', async () => {
  const others = [{ revision: 2, operation: title('Theirs') }]
  const conflict = {
    operationId: 'id2',
    code: 'changed-by-other' as const,
    message: 'changed',
    setting: 'component/otp/title',
    mine: 'Mine',
    theirs: 'Theirs',
    by: 'Rina',
  }
  const { editor, autosave } = await setUp(() => ({
    others,
    applied: [],
    conflicts: [conflict],
    revision: 2,
  }))
  editor.dispatch(title('Mine'))
  await autosave.flush()
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Theirs')
  expect(autosave.store.getState()).toMatchObject({ status: 'saved', conflicts: [conflict] })
})

test('a refusal is shown and the edit is not lost', async () => {
  const { editor, storage, autosave } = await setUp(() => {
    throw new Error('Not allowed for this role')
  })
  editor.dispatch(title('A'))
  await autosave.flush()
  expect(autosave.store.getState()).toMatchObject({
    status: 'refused',
    refusal: 'Not allowed for this role',
  })
  expect(storage.stored?.operations).toHaveLength(1)
})

test('after a lost answer, with edits of others in between, the server is asked for the order', async () => {
  let isFirst = true
  const { editor, autosave } = await setUp(() => {
    if (isFirst) {
      isFirst = false
      throw offline
    }
    return { others: [{ revision: 3, operation: title('Theirs') }], revision: 9 }
  })
  editor.dispatch(title('Mine'))
  await autosave.flush()
  await autosave.flush()
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('As the server has it')
  expect(autosave.store.getState()).toMatchObject({ status: 'saved', revision: 9 })
})
