import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import type { Component } from '#domain/components/component-registry.ts'
import { type FlowDocument, flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { aComponent, aPage } from '../a-flow.ts'
import { toGridPosition } from './page-grid.ts'

/** The fourth component: an OTP on every tenth page, else a text with an answer of the first page. */
const lastComponent = (index: number): Component => {
  const id = `page${index}Last`
  if (index === 0) return aComponent('input', { id, dataType: 'date' })
  return index % 10 === 5
    ? aComponent('otp', { id, channel: 'email', recipientField: 'page0Email' })
    : aComponent('view', { id, value: '$page0Name' })
}

/** A flow without problems, of so many pages with four components each, the pages in a grid. */
export const createLargeDocument = (pageCount: number): FlowDocument =>
  flowDocumentSchema.parse({
    settings: { name: `Bench ${pageCount}` },
    pages: Array.from({ length: pageCount }, (_, index) => {
      const components = [
        aComponent('input', { id: `page${index}Name` }),
        aComponent('input', { id: `page${index}Count`, dataType: 'number' }),
        aComponent('input', { id: `page${index}Email`, dataType: 'email' }),
        lastComponent(index),
      ]
      const kind = index === 0 ? 'initial' : 'mobile'
      return aPage(`page${index}`, components, { kind, position: toGridPosition(index) })
    }),
  })

/** Stores a large flow as who is signed in, and answers its id. Throws when the server refuses. */
export const storeLargeFlow = async (
  request: APIRequestContext,
  pageCount: number,
): Promise<string> => {
  const document = createLargeDocument(pageCount)
  // Names of flows are unique.
  const data = { name: `${document.settings.name} ${randomUUID()}`, document }
  const response = await request.post('/api/v1/flows', { data })
  if (!response.ok()) throw new Error(`no flow: ${response.status()} ${await response.text()}`)
  const { id }: { id: string } = await response.json()
  return id
}
