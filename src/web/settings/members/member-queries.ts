import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InviteMember } from '#contract/member-contract.ts'
import type { Role } from '#contract/session-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => call(api.v1.members.$get()),
})

/** Something done to members, after which the list is fetched anew; `failure` is said in a toast. */
const useMemberMutation = <Input, Output>(
  run: (input: Input) => Promise<Output>,
  failure?: string,
) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: membersQuery.queryKey }),
    onError: (error) => failure && toast(failure, { tone: 'error', description: toMessage(error) }),
  })
}

export const useInviteMember = () =>
  useMemberMutation((json: InviteMember) => call(api.v1.members.invitations.$post({ json })))

export const useWithdrawInvitation = () =>
  useMemberMutation(
    (invitationId: string) =>
      call(api.v1.members.invitations[':invitationId'].$delete({ param: { invitationId } })),
    'The invitation could not be withdrawn',
  )

export const useChangeRole = () =>
  useMemberMutation(({ userId, role }: { userId: string; role: Role }) =>
    call(api.v1.members[':userId'].$patch({ param: { userId }, json: { role } })),
  )

export const useRemoveMember = () =>
  useMemberMutation(
    (userId: string) => call(api.v1.members[':userId'].$delete({ param: { userId } })),
    'The member could not be removed',
  )
