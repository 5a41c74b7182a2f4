import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { RestoreVersion } from '#contract/flow-version-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

const historyKey = (flowId: string) => ['versions', flowId]

/** What restoring works on: the newest document, which the builder edits. */
export const draftQuery = (flowId: string) =>
  queryOptions({
    queryKey: [...historyKey(flowId), 'draft'],
    queryFn: async () => {
      const { document, ...flow } = await call(api.v1.flows[':flowId'].$get({ param: { flowId } }))
      return { ...flow, flow: toFlowState(document as FlowDocument) }
    },
    structuralSharing: false,
    refetchOnMount: 'always',
  })

export const versionsQuery = (flowId: string) =>
  queryOptions({
    queryKey: [...historyKey(flowId), 'list'],
    queryFn: () => call(api.v1.flows[':flowId'].versions.$get({ param: { flowId } })),
    refetchOnMount: 'always',
  })

/** A version never changes. */
export const versionQuery = (flowId: string, version: number) =>
  queryOptions({
    queryKey: ['version', flowId, version],
    queryFn: async () => {
      const param = { flowId, version: String(version) }
      const { document } = await call(api.v1.flows[':flowId'].versions[':version'].$get({ param }))
      return toFlowState(document as FlowDocument)
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })

/** What was done, newest first, page by page. */
export const editsQuery = (flowId: string) =>
  infiniteQueryOptions({
    queryKey: [...historyKey(flowId), 'edits'],
    queryFn: ({ pageParam }) =>
      call(
        api.v1.flows[':flowId'].edits.$get({
          param: { flowId },
          query: { limit: '100', ...(pageParam !== null && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchOnMount: 'always',
  })

/** How many problems there are to mend, so that nothing breaks unseen by what was restored. */
const countErrors = async (flowId: string): Promise<number> => {
  const { problems } = await call(api.v1.flows[':flowId'].problems.$get({ param: { flowId } }))
  return problems.filter(({ severity }) => severity === 'error').length
}

const describeErrors = (count: number) =>
  count === 0
    ? {}
    : { description: `The flow has ${count === 1 ? '1 problem' : `${count} problems`} to mend.` }

/** Restores all or a part of a version, and offers to take that back. */
export const useRestore = (flowId: string, version: number) => {
  const client = useQueryClient()
  const onSettled = async () => {
    await client.invalidateQueries({ queryKey: historyKey(flowId) })
    await client.invalidateQueries({ queryKey: ['flows'] })
  }
  const onError = (error: unknown) =>
    toast('Not restored', { tone: 'error', description: toMessage(error) })
  const undo = useMutation({
    mutationFn: async ({ operation, revision }: { operation: Operation; revision: number }) => {
      const saved = await call(
        api.v1.flows[':flowId'].operations.$post({
          param: { flowId },
          json: {
            baseRevision: revision,
            clientId: crypto.randomUUID(),
            operations: [{ id: crypto.randomUUID(), operation }],
          },
        }),
      )
      const [conflict] = saved.conflicts
      if (conflict !== undefined) throw new Error(conflict.message)
    },
    onSuccess: () => toast('Taken back'),
    onError: (error) =>
      toast('It could not be taken back', { tone: 'error', description: toMessage(error) }),
    onSettled,
  })
  return useMutation({
    mutationFn: async (part: RestoreVersion) => {
      const param = { flowId, version: String(version) }
      const restored = await call(
        api.v1.flows[':flowId'].versions[':version'].restore.$post({ param, json: part }),
      )
      return { ...restored, errors: restored.text === null ? 0 : await countErrors(flowId) }
    },
    onSuccess: ({ text, undo: operation, revision, errors }) => {
      if (text === null || operation === null) {
        return toast(`Nothing to restore: it is as it was in version ${version}`)
      }
      const takeBack = { operation: operation as Operation, revision }
      toast(text, {
        ...describeErrors(errors),
        action: { label: 'Undo', onClick: () => undo.mutate(takeBack) },
      })
    },
    onError,
    onSettled,
  })
}
