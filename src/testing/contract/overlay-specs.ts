import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface MetaDocument {
  components: { schemas: { TemplateComponent: { properties: { index: { pattern: string } } } } }
}

/**
 * Meta's document with its known defect mended: `^[2-6, 11-14]$`, the pattern of a button's index,
 * refuses the "0" of their own examples and documentation. Everything else stays theirs.
 */
const mendMeta = (document: MetaDocument): MetaDocument => {
  document.components.schemas.TemplateComponent.properties.index.pattern = '^[0-9]$'
  return document
}

interface TwilioDocument {
  paths: Record<string, { get?: { operationId?: string; responses: { 200: ListResponse } } }>
}

interface ListResponse {
  content: { 'application/json': { schema: { properties: Record<string, { format?: string }> } } }
}

/**
 * Twilio's document with its known defect mended: the pages of a list are said to be absolute URIs, and
 * are relative in its own examples, so that the mock refuses its own answer. No request is concerned.
 */
const mendTwilio = (document: TwilioDocument): TwilioDocument => {
  const operations = Object.values(document.paths).flatMap(({ get }) => get ?? [])
  const list = operations.find(({ operationId }) => operationId === 'ListMessage')
  const properties = list?.responses[200].content['application/json'].schema.properties ?? {}
  for (const property of Object.values(properties)) {
    if (property.format === 'uri') delete property.format
  }
  return document
}

/** Writes the documents that the mock serves; answers where they are. */
export const overlaySpecs = (source: string, target: string) => {
  const read = (name: string) => JSON.parse(readFileSync(join(source, name), 'utf8'))
  const write = (name: string, document: unknown) => {
    const path = join(target, name)
    writeFileSync(path, JSON.stringify(document))
    return path
  }
  mkdirSync(target, { recursive: true })
  return {
    meta: write('meta.json', mendMeta(read('meta-whatsapp.openapi.json'))),
    metaAsItIs: write('meta-as-it-is.json', read('meta-whatsapp.openapi.json')),
    twilio: write('twilio.json', mendTwilio(read('twilio-messages.openapi.json'))),
  }
}
