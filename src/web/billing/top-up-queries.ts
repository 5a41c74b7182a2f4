import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { TopUp } from '#contract/top-up-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

const topUps = api.v1.billing['top-ups']

/** The newest top-ups; looked at often while one is to be paid. */
export const topUpsQuery = queryOptions({
  queryKey: ['top-ups'],
  queryFn: () => call(topUps.$get({ query: { limit: '20' } })),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ status }) => status === 'open') === true ? 3_000 : false,
})

export const topUpQuery = (topUpId: string) =>
  queryOptions({
    queryKey: ['top-ups', topUpId],
    queryFn: () => call(topUps[':topUpId'].$get({ param: { topUpId } })),
  })

/** Something done to top-ups, after which all that it may have changed is fetched anew. */
const useTopUpMutation = <Input>(run: (input: Input) => Promise<TopUp>, failure?: string) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSettled: () =>
      Promise.all(
        ['top-ups', 'balance', 'ledger'].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      ),
    onError: (error) => failure && toast(failure, { tone: 'error', description: toMessage(error) }),
  })
}

/** Orders so many credits; the form says itself what is wrong. */
export const useOrderTopUp = () =>
  useTopUpMutation((credits: number) => call(topUps.$post({ json: { credits } })))

export const useCancelTopUp = () =>
  useTopUpMutation(
    (topUpId: string) => call(topUps[':topUpId'].cancel.$post({ param: { topUpId } })),
    'The top-up could not be cancelled',
  )

/** Asks the payment provider; whoever comes back from it need not wait for its notice. */
export const useRefreshTopUp = () =>
  useTopUpMutation((topUpId: string) =>
    call(topUps[':topUpId'].refresh.$post({ param: { topUpId } })),
  )

/** Pays in the sandbox, or has it declined. */
export const usePlayPayment = (topUpId: string) =>
  useTopUpMutation(
    (outcome: 'pay' | 'decline') =>
      call(topUps[':topUpId']['sandbox-payment'].$post({ param: { topUpId }, json: { outcome } })),
    'The payment did not work',
  )

/** Where the invoice of a paid top-up is. */
export const invoiceAddress = (topUpId: string): string =>
  `/api/v1/billing/top-ups/${topUpId}/invoice`
