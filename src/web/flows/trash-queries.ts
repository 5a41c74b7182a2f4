import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

/** What is in the trash, page by page, deleted last first. */
export const trashQuery = () =>
  infiniteQueryOptions({
    queryKey: ['flows', 'trash'],
    queryFn: ({ pageParam }) =>
      call(
        api.v1.flows.trash.$get({ query: { ...(pageParam !== null && { cursor: pageParam }) } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** Takes a flow out of the trash, and says so when it had to get another name. */
export const useRestoreFlow = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: { id: string; name: string }) =>
      call(api.v1.flows.trash[':flowId'].restore.$post({ param: { flowId: id } })),
    onSuccess: async ({ name }, asked) => {
      await client.invalidateQueries({ queryKey: ['flows'] })
      const isRenamed = name !== asked.name
      toast(`"${name}" was restored`, {
        ...(isRenamed && {
          description: `Another flow is called "${asked.name}" by now, so it got a free name.`,
        }),
      })
    },
    onError: (error) =>
      toast('The flow could not be restored', { tone: 'error', description: toMessage(error) }),
  })
}

/** Deletes a flow that is in the trash for good. */
export const usePurgeFlow = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (flowId: string) =>
      call(api.v1.flows.trash[':flowId'].$delete({ param: { flowId } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['flows', 'trash'] }),
    onError: (error) =>
      toast('The flow could not be deleted', { tone: 'error', description: toMessage(error) }),
  })
}
