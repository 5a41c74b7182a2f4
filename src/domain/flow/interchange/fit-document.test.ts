import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { documentInput } from '#testing/random-settings.ts'
import { applyOperation } from '../apply-operation.ts'
import { composeDifference } from '../compose-difference.ts'
import { flowDocumentSchema } from '../flow-schema.ts'
import { toFlowDocument, toFlowState } from '../flow-state.ts'
import { invertOperation } from '../invert-operation.ts'
import { pageSpacing } from '../page-spacing.ts'
import { fitDocument } from './fit-document.ts'

const anyDocument = documentInput.map((input) => flowDocumentSchema.parse(input))
const rename = (name: string) => (id: string) => (id === 'initial' ? name : id)

test('a flow keeps its name, its Initial Page, and where pages without a place stand', () => {
  const flow = toFlowState(
    aFlow([], aPage('one', [], { position: { x: 7, y: 9 } }), aPage('two', [])),
  )
  const imported = aFlow(
    [aComponent('input', { id: 'a' })],
    aPage('one', [], { position: { x: pageSpacing, y: 0 } }),
    aPage('initial', [], { next: [{ id: 't', to: 'page0', when: null }] }),
  )
  const [initial, ...others] = imported.pages
  const pages = initial ? [{ ...initial, id: 'page0' }, ...others] : []
  const settings = { ...imported.settings, name: 'Imported' }
  const fitted = toFlowDocument(fitDocument(flow, { ...imported, settings, pages }))
  expect(fitted.settings.name).toBe('A flow')
  expect(fitted.pages).toMatchObject([
    { id: 'initial', kind: 'initial', components: [{ id: 'a' }] },
    { id: 'one', position: { x: 7, y: 9 } },
    { id: 'page0', next: [{ to: 'initial' }] },
  ])
})

test('importing onto a flow is one operation, and undoing it restores the flow byte for byte', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, fc.constantFrom('initial', 'page0'), (one, two, id) => {
      const flow = toFlowState(one)
      const toId = rename(id)
      const pages = two.pages.map((page) => ({ ...page, id: toId(page.id) }))
      const wanted = fitDocument(flow, { ...two, pages })
      const operation = composeDifference(flow, wanted, 'Imported')
      if (operation === undefined) return
      const applied = applyOperation(flow, operation)
      if (!applied.ok) throw new Error(applied.error.message)
      expect(toFlowDocument(applied.value)).toEqual(toFlowDocument(wanted))
      const undone = applyOperation(applied.value, invertOperation(flow, operation))
      if (!undone.ok) throw new Error(undone.error.message)
      expect(JSON.stringify(toFlowDocument(undone.value))).toBe(JSON.stringify(one))
    }),
    { numRuns: 60 },
  )
})
