import type { Component } from '#domain/components/component-registry.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { getDocumentAcrossOrgs } from './task-repo.ts'

/** A published document, with its components by id. */
export interface PublishedFlow {
  document: FlowDocument
  components: ReadonlyMap<string, Component>
}

/** How many documents are kept in memory. */
const cacheSize = 200

const caches = new WeakMap<Context, Map<string, Promise<PublishedFlow>>>()

const read = async (context: Context, flowId: string, version: number): Promise<PublishedFlow> => {
  const document = await getDocumentAcrossOrgs(context.db, flowId, version)
  const components = document.pages.flatMap((page) => page.components)
  return { document, components: new Map(components.map((component) => [component.id, component])) }
}

/** The document of a published version. Versions never change, so the latest used are kept. */
export const getPublishedFlow = (
  context: Context,
  flowId: string,
  version: number,
): Promise<PublishedFlow> => {
  const cache = caches.get(context) ?? new Map<string, Promise<PublishedFlow>>()
  caches.set(context, cache)
  const key = `${flowId}/${version}`
  const found = cache.get(key) ?? read(context, flowId, version)
  // Put in again, it is the newest; the first is the one that was not used for longest.
  cache.delete(key)
  cache.set(key, found)
  found.catch(() => cache.delete(key))
  const [oldest] = cache.keys()
  if (cache.size > cacheSize && oldest !== undefined) cache.delete(oldest)
  return found
}
