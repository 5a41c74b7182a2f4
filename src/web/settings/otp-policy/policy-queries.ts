import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'

export const policyQuery = queryOptions({
  queryKey: ['otp-policy'],
  queryFn: () => call(api.v1.settings['otp-policy'].$get()),
})

export const policyCountriesQuery = queryOptions({
  queryKey: ['otp-policy-countries'],
  queryFn: async () => (await call(api.v1.settings['otp-policy'].countries.$get())).items,
  staleTime: 600_000,
})
