import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SandboxOutcome, SandboxRule } from '#contract/sandbox-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

/** The newest messages, to one recipient or to all; looked at anew every two seconds. */
export const messagesQuery = (recipient: string) =>
  queryOptions({
    queryKey: ['sandbox-messages', recipient],
    queryFn: async () =>
      (await call(api.v1.sandbox.messages.$get({ query: recipient === '' ? {} : { recipient } })))
        .items,
    placeholderData: (previous) => previous,
    refetchInterval: 2_000,
  })

export const rulesQuery = queryOptions({
  queryKey: ['sandbox-rules'],
  queryFn: async () => (await call(api.v1.sandbox.rules.$get())).items,
})

const useSandboxMutation = <Input, Output>(
  run: (input: Input) => Promise<Output>,
  failure: string,
) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['sandbox-messages'] }),
        queryClient.invalidateQueries({ queryKey: ['sandbox-rules'] }),
      ]),
    onError: (error) => toast(failure, { tone: 'error', description: toMessage(error) }),
  })
}

export const useClearMessages = () =>
  useSandboxMutation(
    () => call(api.v1.sandbox.messages.$delete()),
    'The inbox could not be emptied',
  )

/** Reports, as a provider would later, what became of a message. */
export const useReportOutcome = (messageId: string) =>
  useSandboxMutation(
    (outcome: Extract<SandboxOutcome, 'delivered' | 'undeliverable'>) =>
      call(
        api.v1.sandbox.messages[':messageId'].outcome.$post({
          param: { messageId },
          json: { outcome },
        }),
      ),
    'The outcome could not be set',
  )

export const useReplaceRules = () =>
  useSandboxMutation(
    (items: SandboxRule[]) => call(api.v1.sandbox.rules.$put({ json: { items } })),
    'The outcomes could not be saved',
  )
