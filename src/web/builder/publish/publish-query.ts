import { queryOptions } from '@tanstack/react-query'
import type { FlowAuthor } from '#contract/flow-version-contract.ts'
import { type DifferenceGroup, describeDifference } from '#domain/flow/describe-difference.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { type FlowState, toFlowState } from '#domain/flow/flow-state.ts'
import { type ReadableDifference, readDifference } from '#domain/flow/read-difference.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import type { Builder } from '../builder.ts'
import type { Autosave } from '../state/autosave.ts'

/** What publishing would make of a flow. */
export interface PublishPreview {
  /** What was looked at: nothing else is published. */
  revision: number
  draft: FlowState
  nextVersion: number
  /** What is published now, with what is different; nothing before the first time. */
  published: { difference: ReadableDifference; groups: DifferenceGroup[] } | undefined
  authors: FlowAuthor[]
}

/** Saves all, and waits for the person where something is to be decided first. */
const saveAll = async (autosave: Autosave): Promise<void> => {
  await autosave.flush()
  if (autosave.store.getState().conflicts.length === 0) return
  await new Promise<void>((resolve) => {
    const stop = autosave.store.subscribe(({ conflicts }) => {
      if (conflicts.length > 0) return
      stop()
      resolve()
    })
  })
  await saveAll(autosave)
}

const loadPreview = async ({ flowId, autosave }: Builder): Promise<PublishPreview> => {
  await saveAll(autosave)
  if (autosave.store.getState().status !== 'saved') {
    throw new Error('The flow could not be saved, and only what is saved can be published.')
  }
  const flow = await call(api.v1.flows[':flowId'].$get({ param: { flowId } }))
  const { publishedVersion, revision } = flow
  const draft = toFlowState(flow.document as FlowDocument)
  const version =
    publishedVersion === null
      ? undefined
      : await call(
          api.v1.flows[':flowId'].versions[':version'].$get({
            param: { flowId, version: String(publishedVersion) },
          }),
        )
  const { items: authors } = await call(
    api.v1.flows[':flowId'].authors.$get({
      param: { flowId },
      query: { since: String(version?.revision ?? 0) },
    }),
  )
  const nextVersion = (publishedVersion ?? 0) + 1
  if (version === undefined) return { revision, draft, nextVersion, published: undefined, authors }
  const difference = readDifference(toFlowState(version.document as FlowDocument), draft)
  const groups = describeDifference(difference)
  return { revision, draft, nextVersion, published: { difference, groups }, authors }
}

/** Saves, then finds out what publishing would change. */
export const publishQuery = (builder: Builder) =>
  queryOptions({
    queryKey: ['publish', builder.flowId],
    queryFn: () => loadPreview(builder),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    structuralSharing: false,
  })
