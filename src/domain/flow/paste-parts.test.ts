import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { type Clipboard, readClipboard } from './clipboard-schema.ts'
import { listReferences } from './component-references.ts'
import { copyComponents, copyPages } from './copy-parts.ts'
import {
  type FlowState,
  getComponent,
  getPage,
  listPages,
  toFlowDocument,
  toFlowState,
} from './flow-state.ts'
import { parseDocument } from './parse-document.ts'
import { type Pasted, pasteComponents, pastePages } from './paste-parts.ts'

const counter = () => {
  let count = 0
  return () => {
    count += 1
    return `new${count}`
  }
}

/** By way of the text that the clipboard holds. */
const copied = (parts: Clipboard | undefined): Clipboard => {
  const read = readClipboard(JSON.stringify(parts))
  if (!read.ok) throw new Error(read.error)
  return read.value
}

const paste = (
  state: FlowState,
  parts: Clipboard,
  index = state.pageOrder.length,
): { flow: FlowState } & Pasted => {
  const pageId = state.pageOrder.at(-1) ?? ''
  const pasted =
    parts.kind === 'pages'
      ? pastePages(state, parts, { index }, counter(), 'Pasted')
      : pasteComponents(state, parts, { pageId, index: 0 }, 'Pasted')
  if (!pasted.ok) throw new Error(pasted.error)
  const applied = applyOperation(state, pasted.value.operation)
  if (!applied.ok) throw new Error(applied.error.message)
  return { flow: applied.value, ...pasted.value }
}

const phoneAndOtp = () => toFlowState(anOtpFlow())
const emptyFlow = () => toFlowState(aFlow([], aPage('page', [])))

test('ids that are free stay, ids that are taken are renewed', () => {
  const from = phoneAndOtp()
  const parts = copied(copyComponents(from, ['phone', 'otp']))
  expect(paste(emptyFlow(), parts).ids).toEqual(['phone', 'otp'])
  const again = paste(from, parts)
  expect(again.ids).toEqual(['phone2', 'otp2'])
  expect(again.flow.componentsById.otp2).toMatchObject({ recipientField: 'phone2' })
})

test('a reference to the outside is bound by id and type', () => {
  const from = phoneAndOtp()
  const { flow, unbound } = paste(from, copied(copyComponents(from, ['otp'])))
  expect(flow.componentsById.otp2).toMatchObject({ recipientField: 'phone' })
  expect(unbound).toEqual([])
})

test('without that id it is bound by title and type', () => {
  const parts = copied(copyComponents(phoneAndOtp(), ['otp']))
  const other = aComponent('input', { id: 'mobile', title: 'Phone', dataType: 'phoneNumber' })
  const { flow } = paste(toFlowState(aFlow([other], aPage('page', []))), parts)
  expect(flow.componentsById.otp).toMatchObject({ recipientField: 'mobile' })
})

test('a component of that id but of another type is not what was meant', () => {
  const parts = copied(copyComponents(phoneAndOtp(), ['otp']))
  const view = aComponent('view', { id: 'phone', title: 'Phone' })
  const { flow, unbound } = paste(toFlowState(aFlow([view], aPage('page', []))), parts)
  expect(flow.componentsById.otp).toMatchObject({ recipientField: null })
  expect(unbound).toEqual([{ id: 'phone', title: 'Phone', type: 'input' }])
})

test('what a Select shows or hides is re-bound, and what is not there is taken out', () => {
  const actions = [
    { options: ['option1'], do: 'show' as const, targets: ['note', 'lost'], value: null },
    { options: ['option2'], do: 'hide' as const, targets: ['lost'], value: null },
  ]
  const from = toFlowState(
    aFlow([
      aComponent('select', { id: 'kind', title: 'Kind', actions }),
      aComponent('input', { id: 'note', title: 'Note' }),
      aComponent('input', { id: 'lost', title: 'Lost' }),
    ]),
  )
  const parts = copied(copyComponents(from, ['kind', 'note']))
  const note = aComponent('input', { id: 'note', title: 'Another' })
  const { flow, unbound } = paste(toFlowState(aFlow([note], aPage('page', []))), parts)
  expect(flow.componentsById.kind).toMatchObject({
    actions: [{ options: ['option1'], do: 'show', targets: ['note2'] }],
  })
  expect(unbound.map(({ title }) => title)).toEqual(['Lost'])
})

test('pages take the transitions among them along, and leave those that lead elsewhere', () => {
  const condition = (field: string) => ({
    match: 'all' as const,
    comparisons: [{ field, operator: 'is' as const, value: 'yes' }],
  })
  const answer = aComponent('input', { id: 'answer', title: 'Answer' })
  const from = toFlowState(
    aFlow(
      [],
      aPage('ask', [answer], {
        next: [
          { id: 't1', to: 'more', when: condition('answer') },
          { id: 't2', to: 'other', when: condition('answer') },
          { id: 't3', to: 'finish', when: null },
        ],
      }),
      aPage('more', []),
      aPage('other', []),
    ),
  )
  const { flow, ids } = paste(from, copied(copyPages(from, ['ask', 'more'])))
  const [first = '', second = ''] = ids
  expect(flow.pagesById[first]?.next).toMatchObject([
    { to: second, when: { comparisons: [{ field: 'answer2' }] } },
    { to: 'finish', when: null },
  ])
})

test('a transition whose condition has lost its field is left out, and said', () => {
  const when = {
    match: 'all' as const,
    comparisons: [{ field: 'phone', operator: 'isEmpty' as const, value: null }],
  }
  const from = toFlowState(
    aFlow(
      [aComponent('input', { id: 'phone', title: 'Phone' })],
      aPage('page', [], { next: [{ id: 't', to: 'finish', when }] }),
    ),
  )
  const { flow, ids, unbound } = paste(emptyFlow(), copied(copyPages(from, ['page'])))
  expect(flow.pagesById[ids[0] ?? '']?.next).toEqual([])
  expect(unbound.map(({ title }) => title)).toEqual(['Phone'])
})

test('the Initial Page is pasted as a Mobile App Page, and no copy covers a page', () => {
  const from = phoneAndOtp()
  const { flow, ids } = paste(from, copied(copyPages(from, ['initial', 'receiver'])), 1)
  expect(ids.map((id) => flow.pagesById[id]?.kind)).toEqual(['mobile', 'mobile'])
  expect(flow.pageOrder).toEqual(['initial', ...ids, 'receiver'])
  for (const id of ids) {
    const copy = getPage(flow, id).position
    for (const standing of listPages(from)) {
      const isApart =
        Math.abs(copy.x - standing.position.x) >= 272 ||
        Math.abs(copy.y - standing.position.y) >= 140
      expect(isApart).toBe(true)
    }
  }
})

type Seed = typeof operationSeed extends fc.Arbitrary<infer Value> ? Value : never

/** A random flow whose OTPs go to random components, there or not. */
const build = (seeds: readonly Seed[]): FlowState => {
  const grown = seeds.reduce((state, seed) => {
    const operation = toOperation(state, seed)
    const applied = operation && applyOperation(state, operation)
    return applied?.ok ? applied.value : state
  }, phoneAndOtp())
  const ids = Object.keys(grown.componentsById)
  return ids.reduce((state, componentId, index) => {
    if (state.componentsById[componentId]?.type !== 'otp') return state
    const recipientField = [...ids, 'lost'][(index * 7 + seeds.length) % (ids.length + 1)] ?? null
    const changes = { recipientField }
    const applied = applyOperation(state, { type: 'component.update', componentId, changes })
    return applied.ok ? applied.value : state
  }, grown)
}

test('copying and pasting yields a document that parses, bound inside of what was pasted', () => {
  const seeds = fc.array(operationSeed, { maxLength: 40, size: 'max' })
  fc.assert(
    fc.property(seeds, seeds, fc.nat(), fc.boolean(), (here, there, pick, isPages) => {
      const from = build(here)
      const all = isPages ? from.pageOrder : Object.keys(from.componentsById)
      const chosen = all.filter((_, index) => (pick >> (index % 20)) % 2 === 0)
      const parts = isPages ? copyPages(from, chosen) : copyComponents(from, chosen)
      if (parts === undefined) return
      const to = build(there)
      const { flow, ids, unbound } = paste(to, copied(parts))
      // Parsing refuses ids that are there twice.
      expect(parseDocument(toFlowDocument(flow)).ok).toBe(true)
      const copies =
        parts.kind === 'pages' ? parts.pages.flatMap((page) => page.components) : parts.components
      const freshIds =
        parts.kind === 'pages' ? ids.flatMap((id) => getPage(flow, id).componentOrder) : ids
      const freshIdOf = new Map(copies.map(({ id }, index) => [id, freshIds[index]]))
      for (const [index, copy] of copies.entries()) {
        const inside = listReferences(copy).filter((id) => freshIdOf.has(id))
        const fresh = getComponent(flow, freshIds[index] ?? '')
        const targets = listReferences(fresh)
        expect(targets).toEqual(expect.arrayContaining(inside.map((id) => freshIdOf.get(id))))
        for (const target of targets) expect(flow.componentsById[target]).toBeDefined()
      }
      for (const { id } of unbound) expect(freshIdOf.has(id)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['some text', /nothing on the clipboard/],
  ['{"format":"other"}', /nothing on the clipboard/],
  ['{ sandi-clipboard', /nothing on the clipboard/],
  ['{"format":"sandi-clipboard","version":2}', /newer version/],
  ['{"format":"sandi-clipboard","version":1,"kind":"components"}', /cannot be pasted/],
  [`{"format":"sandi-clipboard","x":${'['.repeat(50_000)}}`, /nothing on the clipboard/],
  [`{"format":"sandi-clipboard","x":"${'x'.repeat(3_000_000)}"}`, /too large/],
])('foreign or hostile text is refused with a sentence: %.60s', (text, sentence) => {
  const read = readClipboard(text)
  expect(read.ok ? '' : read.error).toMatch(sentence)
})

test('a reserved key is refused', () => {
  const text = JSON.stringify(copyComponents(phoneAndOtp(), ['otp']))
  expect(readClipboard(text.replace('"title"', '"__proto__"')).ok).toBe(false)
})
