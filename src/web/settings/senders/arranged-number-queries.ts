import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'
import { useSenderMutation } from './sender-queries.ts'

const numbers = api.v1.operator['branded-numbers']
const one = numbers[':organizationId']

/** The numbers of all organisations, the newest request first, page by page. */
export const arrangedNumbersQuery = infiniteQueryOptions({
  queryKey: ['senders', 'numbers'],
  queryFn: ({ pageParam }) =>
    call(numbers.$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

export type NumberStep = Parameters<typeof one.steps.$post>[0]['json']

export type NumberAccount = Parameters<typeof one.account.$put>[0]['json']

export const useTakeStep = (organizationId: string) =>
  useSenderMutation((json: NumberStep) =>
    call(one.steps.$post({ param: { organizationId }, json })),
  )

export const useChangeAccount = (organizationId: string) =>
  useSenderMutation((json: NumberAccount) =>
    call(one.account.$put({ param: { organizationId }, json })),
  )

/** The templates of an organisation's number, as Meta has them now. */
export const templatesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['sender-templates', organizationId],
    queryFn: () => call(one.templates.$get({ param: { organizationId } })),
    staleTime: 60_000,
    retry: false,
  })

export const useHandInTemplates = (organizationId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(one.templates.$post({ param: { organizationId } })),
    onSuccess: (templates) => {
      client.setQueryData(templatesQuery(organizationId).queryKey, templates)
      toast('The templates are handed in', { tone: 'success' })
    },
    onError: (error) =>
      toast('The templates were not handed in', { tone: 'error', description: toMessage(error) }),
  })
}
