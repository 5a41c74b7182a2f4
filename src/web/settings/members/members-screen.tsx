import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Invitation, Member } from '#contract/member-contract.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { toast } from '#web/ui/toast.ts'
import { ChangeRoleDialog } from './change-role-dialog.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { membersQuery, useRemoveMember, useWithdrawInvitation } from './member-queries.ts'
import { MemberTable } from './member-table.tsx'

type Asking =
  | { about: 'invite' }
  | { about: 'role' | 'remove'; member: Member }
  | { about: 'withdraw'; invitation: Invitation }

/** Who belongs to the organisation, and as what. */
export const MembersScreen = () => {
  const members = useQuery(membersQuery)
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  return (
    <Screen
      title="Members"
      description="Who can sign in to this organisation, and what each may do."
      actions={
        <Button variant="primary" onClick={() => setAsking({ about: 'invite' })}>
          <UserPlus aria-hidden="true" className="size-4" />
          Invite
        </Button>
      }
    >
      <QueryView
        query={members}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(data) => (
          <>
            <Card>
              <MemberTable
                members={data.members}
                onChangeRole={(member) => setAsking({ about: 'role', member })}
                onRemove={(member) => setAsking({ about: 'remove', member })}
              />
            </Card>
            {data.invitations.length > 0 && (
              <section aria-labelledby="invitations" className="flex flex-col gap-3">
                <h2 id="invitations" className="font-semibold text-base text-ink">
                  Invited
                </h2>
                <Card>
                  <InvitationTable
                    invitations={data.invitations}
                    onWithdraw={(invitation) => setAsking({ about: 'withdraw', invitation })}
                  />
                </Card>
              </section>
            )}
          </>
        )}
      </QueryView>
      {asking?.about === 'invite' && <InviteDialog onClose={close} />}
      {asking?.about === 'role' && <ChangeRoleDialog member={asking.member} onClose={close} />}
      {asking?.about === 'remove' && <RemoveDialog member={asking.member} onClose={close} />}
      {asking?.about === 'withdraw' && (
        <WithdrawDialog invitation={asking.invitation} onClose={close} />
      )}
    </Screen>
  )
}

const RemoveDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const remove = useRemoveMember()
  return (
    <ConfirmDialog
      title={`Remove ${member.name}?`}
      description="The person is signed out everywhere at once, and their API keys end. What they did stays under their name."
      action="Remove"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(member.userId, {
          onSuccess: () => {
            toast(`${member.name} was removed`)
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}

const WithdrawDialog = ({
  invitation,
  onClose,
}: {
  invitation: Invitation
  onClose: () => void
}) => {
  const withdraw = useWithdrawInvitation()
  return (
    <ConfirmDialog
      title={`Withdraw the invitation of ${invitation.email}?`}
      description="The link that was sent is of no use any more."
      action="Withdraw"
      busy={withdraw.isPending}
      onConfirm={() => withdraw.mutate(invitation.id, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
