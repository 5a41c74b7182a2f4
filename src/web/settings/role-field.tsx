import { grantableRoles } from '#contract/grantable-roles.ts'
import { roleNames } from '#contract/role-words.ts'
import type { Role } from '#contract/session-contract.ts'
import { useSession } from '#web/shared/session.ts'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'

/** What a role may do, in a sentence. */
const roleRights: Record<Role, string> = {
  owner: 'Everything, and decides who else is an owner.',
  admin: 'Builds and publishes flows; arranges senders, members and API keys.',
  billing: 'Reviews rates, balance and usage; tops up.',
  planner: 'Makes tasks from published flows, assigns and watches them.',
  field_user: 'Does their own tasks, on the phone.',
}

interface RoleFieldProps {
  value: Role
  onChange: (role: Role) => void
}

/** Chooses one of the roles that one may give. */
export const RoleField = ({ value, onChange }: RoleFieldProps) => {
  const { role: own } = useSession()
  return (
    <Field label="Role" description={roleRights[value]}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={({ target }) => onChange(target.value as Role)}
        >
          {grantableRoles(own).map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
