import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentInput } from '#testing/random-settings.ts'
import { type FlowDocument, flowDocumentSchema } from '../flow-schema.ts'
import { readFlowFile } from './read-flow-file.ts'
import { writeSandiFile } from './sandi-file.ts'
import { writeMileappFlow } from './write-mileapp-flow.ts'

const read = (file: unknown): FlowDocument => {
  const found = readFlowFile(JSON.stringify(file))
  const flow = found.ok ? found.value[0]?.read : undefined
  if (!flow?.ok) throw new Error(JSON.stringify({ found, file }))
  return flow.value.document
}

const anyDocument = documentInput.map((input) => flowDocumentSchema.parse(input))

test('any flow comes back from MileApp format as it was', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(read(writeMileappFlow(document).flow)).toEqual(document)
    }),
    { numRuns: 150 },
  )
})

test('any flow comes back from a file of our own as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(read(writeSandiFile(document))).toEqual(document)
      expect(read(document)).toEqual(document)
    }),
    { numRuns: 50 },
  )
})

test('what a file says goes before what it carries along from here', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { flow } = writeMileappFlow(document)
      const pages = flow.pages as { components: Record<string, unknown>[] }[]
      const edited = pages.map((page) => ({
        ...page,
        components: page.components.map((one) => ({ ...one, required: false, title: 'Edited' })),
      }))
      const components = read({ ...flow, pages: edited }).pages.flatMap((page) => page.components)
      expect(new Set(components.map(({ title, required }) => `${title} ${required}`))).toEqual(
        new Set(components.length === 0 ? [] : ['Edited false']),
      )
    }),
    { numRuns: 50 },
  )
})
