import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { UsageGroup } from '#contract/usage-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { addDays, endOfLocalDay, listDays, startOfLocalDay } from '#web/shared/local-days.ts'

/** Days, both included. */
export interface Period {
  from: string
  to: string
}

export interface UsageFilter {
  channel?: 'email' | 'sms' | 'whatsapp'
  country?: string
  flowId?: string
  workerId?: string
}

/** The period of the same length that ends where this one begins. */
export const periodBefore = ({ from, to }: Period): Period => {
  const length = listDays(from, to).length
  return { from: addDays(from, -length), to: addDays(from, -1) }
}

/** Usage as the API is asked for it, in this browser's time zone. */
export const toUsageQuery = (period: Period, filter: UsageFilter, groupBy: UsageGroup) => ({
  from: startOfLocalDay(period.from) ?? '',
  to: endOfLocalDay(period.to) ?? '',
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  groupBy,
  ...filter,
})

export const usageQuery = (period: Period, filter: UsageFilter, groupBy: UsageGroup) => {
  const query = toUsageQuery(period, filter, groupBy)
  return queryOptions({
    queryKey: ['usage', query],
    queryFn: () => call(api.v1.billing.usage.$get({ query })),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

export type EstimateRequest = Parameters<typeof api.v1.billing.estimate.$post>[0]['json']

/** What runs of a flow would cost. */
export const estimateQuery = (json: EstimateRequest) =>
  queryOptions({
    queryKey: ['estimate', json],
    queryFn: () => call(api.v1.billing.estimate.$post({ json })),
    placeholderData: keepPreviousData,
  })
