import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { call } from './api-client.ts'

/** Places at which few of the codes were entered; only owners and admins may ask. */
export const conversionAlertsQuery = queryOptions({
  queryKey: ['conversion-alerts'],
  queryFn: async () => (await call(api.v1.settings['otp-policy'].alerts.$get())).items,
  refetchInterval: 60_000,
})
