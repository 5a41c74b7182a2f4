import { expect } from 'vitest'
import type { ReadFlow } from '#domain/flow/interchange/read-flow.ts'
import { type FoundFlow, readFlowFile } from '#domain/flow/interchange/read-flow-file.ts'
import { parseDocument } from '#domain/flow/parse-document.ts'

/** Every flow of a file. */
export const readAll = (file: unknown): FoundFlow[] => {
  const found = readFlowFile(JSON.stringify(file))
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

/** The first flow of a file, which must be one that can be stored. */
export const readFirst = (file: unknown): ReadFlow => {
  const [first] = readAll(file)
  if (!first?.read.ok) throw new Error(JSON.stringify(first))
  expect(parseDocument(first.read.value.document).ok).toBe(true)
  return first.read.value
}

/** A MileApp flow with some components on one page. */
export const aFile = (...components: object[]) => ({
  name: 'A flow',
  pages: [
    { id: 'page0', components: [] },
    { id: 'page1', title: 'Work', components },
  ],
})
