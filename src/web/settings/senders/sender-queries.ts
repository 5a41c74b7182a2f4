import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SenderOverview } from '#contract/sender-contract.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

const senders = api.v1.settings.senders

export const sendersQuery = queryOptions({
  queryKey: ['senders'],
  queryFn: () => call(senders.$get()),
  refetchInterval: 15_000,
})

/** The templates of the organisation's branded number, as Meta has them now. */
export const ownTemplatesQuery = queryOptions({
  queryKey: ['sender-templates'],
  queryFn: () => call(senders['branded-number'].templates.$get()),
  staleTime: 60_000,
  retry: false,
})

/** Something done to the senders, after which all that it may have changed is fetched anew. */
export const useSenderMutation = <Input, Output>(
  run: (input: Input) => Promise<Output>,
  failure?: string,
) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSettled: () =>
      // The session says which channels are ready: the builder asks it.
      Promise.all(
        ['senders', 'session', 'balance'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
    onError: (error) => failure && toast(failure, { tone: 'error', description: toMessage(error) }),
  })
}

export const useChangeSenders = () =>
  useSenderMutation(
    (json: SenderOverview['settings']) => call(senders.$put({ json })),
    'Nothing was changed',
  )

type NumberRequest = Parameters<(typeof senders)['branded-number']['$post']>[0]['json']

export const useRequestNumber = () =>
  useSenderMutation((json: NumberRequest) => call(senders['branded-number'].$post({ json })))

export interface WantedTest {
  channel: Channel
  recipient: string | null
  /** Of this press of the button: a retry sends nothing twice. */
  key: string
}

export const useTestSender = () =>
  useSenderMutation(({ key, ...json }: WantedTest) =>
    call(senders.tests.$post({ json, header: { 'idempotency-key': key } })),
  )

/** What a message to somebody costs, or why it can not be sent; nothing while nobody is named. */
export const testPriceQuery = (channel: Channel, recipient: string, homeCountry: string) =>
  queryOptions({
    queryKey: ['quote', channel, recipient, homeCountry],
    queryFn: async () => {
      try {
        const json = { channel, recipient, defaultCountry: homeCountry }
        return { ...(await call(api.v1.billing.quote.$post({ json }))), objection: null }
      } catch (error) {
        if (error instanceof ApiError && error.status === 422) {
          return { credits: null, objection: error.message }
        }
        throw error
      }
    },
    enabled: recipient !== '',
    staleTime: 60_000,
  })
