import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
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

/** What else the policy decides: which channels a flow may use, what is allowed and what it costs. */
const derived = [
  ['session'],
  ['rates'],
  ['channel-costs'],
  ['preview-rates'],
  ['conversion-alerts'],
]

/** Takes over what the server saved, and has fetched anew what follows from it. */
export const takeSaved = (client: QueryClient, settings: OtpPolicySettings): void => {
  client.setQueryData(policyQuery.queryKey, settings)
  for (const queryKey of derived) void client.invalidateQueries({ queryKey })
}
