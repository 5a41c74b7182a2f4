import { queryOptions } from '@tanstack/react-query'
import type { TaskSummary } from '#contract/task-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

/** The worker's own tasks in a status, newest first. */
export const myTasksQuery = (status: 'ongoing' | 'done', limit: number) =>
  queryOptions({
    queryKey: ['my-tasks', status],
    queryFn: async (): Promise<TaskSummary[]> =>
      (await call(api.v1.tasks.$get({ query: { status, limit } }))).items,
    refetchInterval: 15_000,
  })

/** A task to be done: fetched once, since from then on this phone knows its answers best. */
export const taskToDoQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['task-to-do', taskId],
    queryFn: () => call(api.v1.tasks[':taskId'].$get({ param: { taskId } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
