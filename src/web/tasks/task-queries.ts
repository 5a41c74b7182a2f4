import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { taskStatuses } from '#contract/task-contract.ts'
import type { Answers } from '#domain/components/answer.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

export interface TaskFilter {
  search: string
  status: (typeof taskStatuses)[number] | ''
  flowId: string
}

/** The tasks that a filter leaves, page by page, newest first. */
export const taskListQuery = ({ search, status, flowId }: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ['tasks', search, status, flowId],
    queryFn: ({ pageParam }) =>
      call(
        api.v1.tasks.$get({
          query: {
            ...(search !== '' && { search }),
            ...(status !== '' && { status }),
            ...(flowId !== '' && { flowId }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (previous) => previous,
    refetchInterval: 15_000,
  })

/** One task with its document and answers. */
export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['task', taskId],
    queryFn: () => call(api.v1.tasks[':taskId'].$get({ param: { taskId } })),
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : 10_000),
  })

/** The codes that were sent for a task, newest first. */
export const otpTrailQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['otp-trail', taskId],
    queryFn: () => call(api.v1.tasks[':taskId'].otp.$get({ param: { taskId } })),
    refetchInterval: 10_000,
  })

/** The flows that tasks can be made from. */
export const publishedFlowsQuery = queryOptions({
  queryKey: ['published-flows'],
  // Somebody else may have published one just now, and says so to the planner.
  staleTime: 0,
  queryFn: async () => {
    const { items } = await call(api.v1.flows.$get({ query: { limit: 200 } }))
    return items.filter(({ publishedVersion }) => publishedVersion !== null)
  },
})

/** The document that new tasks of a flow are made from. */
export const publishedDocumentQuery = (flowId: string, version: number) =>
  queryOptions({
    queryKey: ['published-flow', flowId, version],
    queryFn: async () => {
      const param = { flowId, version: String(version) }
      return (await call(api.v1.flows[':flowId'].versions[':version'].$get({ param }))).document
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Whom a task can be given to. */
export const assigneesQuery = queryOptions({
  queryKey: ['assignees'],
  queryFn: async () => (await call(api.v1.members.assignees.$get())).items,
  staleTime: 60_000,
})

export interface NewTask {
  flowId: string
  answers: Answers
  assigneeId: string | null
}

/** Makes a task. */
export const useCreateTask = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (task: NewTask) => call(api.v1.tasks.$post({ json: task })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  })
}

/** Gives a task to somebody, or to nobody. */
export const useAssignTask = (taskId: string) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (assigneeId: string | null) =>
      call(api.v1.tasks[':taskId'].assignee.$patch({ param: { taskId }, json: { assigneeId } })),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['task', taskId] }),
        queryClient.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  })
}
