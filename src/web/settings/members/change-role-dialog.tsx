import { useState } from 'react'
import type { Member } from '#contract/member-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
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
    <FormDialog
      title={`Change the role of ${member.name}`}
      description="It holds from their next click on."
      action="Change role"
      busy={change.isPending}
      ready={role !== member.role}
      error={change.error}
      onSubmit={save}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  )
}
