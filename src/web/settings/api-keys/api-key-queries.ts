import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CreateApiKey } from '#contract/api-key-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => call(api.v1['api-keys'].$get()),
})

export const useCreateApiKey = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (json: CreateApiKey) => call(api.v1['api-keys'].$post({ json })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  })
}

export const useRevokeApiKey = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keyId: string) => call(api.v1['api-keys'][':keyId'].$delete({ param: { keyId } })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
    onError: (error) =>
      toast('The key could not be revoked', { tone: 'error', description: toMessage(error) }),
  })
}
