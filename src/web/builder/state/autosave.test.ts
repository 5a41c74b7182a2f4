import { expect, test, vi } from 'vitest'
import type { Saved, SentOperation } from '#contract/flow-contract.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { Autosave } from './autosave.ts'
import { createFlowEditor } from './flow-store.ts'
import type { UnsentOperation } from './unsent-storage.ts'

const offline = new Error('offline')

const memoryStorage = (stored: readonly UnsentOperation[] = []) => {
  const storage = {
    stored,
    load: () => Promise.resolve(storage.stored),
    save: (unsent: readonly UnsentOperation[]) => {
      storage.stored = unsent
      return Promise.resolve()
    },
    release: () => {},
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
  stored?: readonly UnsentOperation[],
) => {
  const editor = createFlowEditor(toFlowState(anOtpFlow()))
  const storage = memoryStorage(stored)
  const requests: SentOperation[][] = []
  let ids = 0
  const autosave = await Autosave.start({
    editor,
    revision: 1,
    clientId: 'tab-a',
    storage,
    rest: 5,
    newId: () => `id${++ids}`,
    isOffline: (error) => error === offline,
    reload: () => Promise.resolve({ flow: serverFlow, revision: 9 }),
    send: async ({ operations, baseRevision }) => {
      requests.push(operations)
      const given = answer(operations, baseRevision)
      const first = baseRevision + (given.others?.length ?? 0) + 1
      const applied = operations.map(({ id }, index) => ({ id, revision: first + index }))
      const revision = baseRevision + operations.length
      return { revision, applied, conflicts: [], others: [], ...given }
    },
  })
  return { editor, storage, requests, autosave }
}

test('edits are sent after a rest and then no longer kept', async () => {
  const { editor, storage, requests, autosave } = await setUp(() => ({}))
  editor.dispatch(title('A'), 'title')
  editor.dispatch(title('AB'), 'title')
  expect(autosave.store.getState().status).toBe('unsaved')
  expect(storage.stored).toHaveLength(1)
  await vi.waitFor(() => expect(autosave.store.getState().status).toBe('saved'))
  expect(requests).toEqual([[{ id: 'id1', operation: title('AB') }]])
  expect(storage.stored).toEqual([])
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
  expect(storage.stored).toHaveLength(1)
  await vi.waitFor(() => expect(autosave.store.getState().status).toBe('saved'))
  expect(new Set(requests.map(([first]) => first?.id)).size).toBe(1)
})

test('edits of a closed tab are there again and are sent', async () => {
  const unsent = [{ id: 'old', operation: title('Kept'), base: 1 }]
  const { editor, requests, autosave } = await setUp(() => ({}), unsent)
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Kept')
  await vi.waitFor(() => expect(autosave.store.getState().status).toBe('saved'))
  expect(requests[0]).toEqual([{ id: 'old', operation: title('Kept') }])
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
    operationId: 'id1',
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
  expect(storage.stored).toHaveLength(1)
})

test('after a lost answer the log says in which order things came', async () => {
  let isFirst = true
  const { editor, requests, autosave } = await setUp(() => {
    if (isFirst) {
      isFirst = false
      throw offline
    }
    return {
      applied: [{ id: 'id1', revision: 2 }],
      others: [{ revision: 3, operation: title('Theirs') }],
      revision: 3,
    }
  })
  editor.dispatch(title('Mine'), 'title')
  await autosave.flush()
  // The server may have the first under its id: what comes now is another operation.
  editor.dispatch({ type: 'component.update', componentId: 'phone', changes: { title: 'Tel' } })
  editor.dispatch(title('Mine again'), 'title')
  expect(autosave.store.getState().status).toBe('unsaved')
  await autosave.flush()
  expect(requests[1]?.map(({ id }) => id)).toEqual(['id1', 'id2', 'id3'])
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Theirs')
  expect(autosave.store.getState()).toMatchObject({ status: 'saved', revision: 3 })
})

const logged = (revision: number, id: string, operation: Operation) => ({
  revision,
  id,
  operation,
  clientId: 'tab-b',
  by: { userId: 'rina', name: 'Rina' },
})

test("others' operations come under one's own at once, and own ones that come back change nothing", async () => {
  const { editor, autosave } = await setUp(() => ({ revision: 3 }))
  editor.dispatch(title('Mine'))
  const digits: Operation = { type: 'component.update', componentId: 'otp', changes: { digits: 8 } }
  autosave.receive([logged(2, 'theirs', digits)])
  expect(editor.store.getState().flow.componentsById.otp).toMatchObject({
    title: 'Mine',
    digits: 8,
  })
  const seen = editor.store.getState().flow
  autosave.receive([logged(3, 'id1', title('Mine'))])
  expect(editor.store.getState().flow).toBe(seen)
  expect(autosave.store.getState().revision).toBe(3)
})

test('where operations of others are missing, the document is fetched', async () => {
  const { editor, autosave } = await setUp(() => ({}))
  autosave.receive([logged(10, 'late', { ...title('Later'), componentId: 'otp' } as Operation)])
  await vi.waitFor(() => expect(autosave.store.getState().revision).toBe(10))
  expect(editor.store.getState().flow.componentsById.otp?.title).toBe('Later')
})

test('an edit is sent with what the person had seen, not with what came meanwhile', async () => {
  const bases: number[] = []
  const { editor, autosave } = await setUp((_, base) => {
    bases.push(base)
    return { others: [{ revision: 2, operation: title('Theirs') }], applied: [], revision: 2 }
  })
  editor.dispatch(title('Mine'))
  autosave.receive([logged(2, 'theirs', title('Theirs'))])
  await autosave.flush()
  expect(bases[0]).toBe(1)
})
