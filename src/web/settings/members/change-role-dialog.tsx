import { useState } from 'react'
import type { Member } from '#contract/member-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { toast } from '#web/ui/toast.ts'
import { RoleField } from '../role-field.tsx'
import { useChangeRole } from './member-queries.ts'

/** Gives a member another role. */
export const ChangeRoleDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const change = useChangeRole()
  const [role, setRole] = useState(member.role)
  const save = () =>
    change.mutate(
      { userId: member.userId, role },
      {
        onSuccess: () => {
          toast(`${member.name} is ${roleNames[role]} now`)
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Change the role of ${member.name}`}
      description="It holds from their next click on."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={change.isPending}
            disabled={role === member.role}
            onClick={save}
          >
            Change role
          </Button>
        </>
      }
    >
      <RoleField value={role} onChange={setRole} />
      {change.error && (
        <p role="alert" className="mt-2 font-medium text-danger-ink text-sm">
          {toMessage(change.error)}
        </p>
      )}
    </Dialog>
  )
}
