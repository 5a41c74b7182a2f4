import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FlowSummary, flowStates } from '#contract/flow-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { importFlowFile } from '#web/shared/interchange/flow-file-calls.ts'
import { toast } from '#web/ui/toast.ts'

export interface FlowFilter {
  search: string
  state: (typeof flowStates)[number] | ''
}

/** The flows that a filter leaves, page by page, last edited first. */
export const flowListQuery = ({ search, state }: FlowFilter) =>
  infiniteQueryOptions({
    queryKey: ['flows', search, state],
    queryFn: ({ pageParam }) =>
      call(
        api.v1.flows.$get({
          query: {
            ...(search !== '' && { search }),
            ...(state !== '' && { state }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (previous) => previous,
  })

export interface NewFlow {
  /** Must be free; without one the server finds one. */
  name?: string
  /** The id of a template. */
  template?: string
}

/** Something done to flows, after which the list is fetched anew; `failure` is said in a toast. */
const useFlowMutation = <Input, Output>(
  run: (input: Input) => Promise<Output>,
  failure?: string,
) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['flows'] }),
    onError: (error) => failure && toast(failure, { tone: 'error', description: toMessage(error) }),
  })
}

/** Makes a flow; a form that shows what is wrong itself needs no toast. */
export const useCreateFlow = (failure?: string) =>
  useFlowMutation((flow: NewFlow) => call(api.v1.flows.$post({ json: flow })), failure)

/** Makes a flow of one that a file holds. */
export const useImportFlow = () =>
  useFlowMutation(({ content, ...query }: { content: Blob; flow: string; name: string }) =>
    importFlowFile(content, query),
  )

export const useDuplicateFlow = () =>
  useFlowMutation(
    (flowId: string) => call(api.v1.flows[':flowId'].duplicate.$post({ param: { flowId } })),
    'The flow could not be duplicated',
  )

export const useDeleteFlow = () =>
  useFlowMutation(
    (flowId: string) => call(api.v1.flows[':flowId'].$delete({ param: { flowId } })),
    'The flow could not be deleted',
  )

/** Renames by the same operation as the Flow Builder, so that it is merged with what others do. */
export const useRenameFlow = () =>
  useFlowMutation(async ({ flow, name }: { flow: FlowSummary; name: string }) => {
    const saved = await call(
      api.v1.flows[':flowId'].operations.$post({
        param: { flowId: flow.id },
        json: {
          baseRevision: flow.revision,
          clientId: crypto.randomUUID(),
          operations: [
            { id: crypto.randomUUID(), operation: { type: 'flow.update', changes: { name } } },
          ],
        },
      }),
    )
    const [conflict] = saved.conflicts
    if (conflict !== undefined) throw new ApiError('revision-changed', 412, conflict.message, null)
  })
