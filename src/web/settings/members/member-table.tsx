import { Ellipsis, UserMinus, UserPen } from 'lucide-react'
import { grantableRoles } from '#contract/grantable-roles.ts'
import type { Member } from '#contract/member-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { useSession } from '#web/shared/session.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Badge } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { MenuButton } from '#web/ui/menu-button.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

interface MemberTableProps {
  members: readonly Member[]
  onChangeRole: (member: Member) => void
  onRemove: (member: Member) => void
}

/** Members with their roles, and when they were here last. */
export const MemberTable = ({ members, onChangeRole, onRemove }: MemberTableProps) => {
  const now = useNow(30_000)
  const { user, role: own } = useSession()
  return (
    <Table>
      <TableHead className="max-sm:sr-only">
        <tr>
          <TableHeader className="pl-4">Name</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader className="max-md:hidden">Last sign-in</TableHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {members.map((member) => (
          <TableRow key={member.userId}>
            <TableCell className="max-w-0 py-2 pl-4">
              <span className="block truncate font-medium text-ink" title={member.name}>
                {member.name}
                {member.userId === user.id && <span className="text-muted"> (you)</span>}
              </span>
              <span className="block truncate text-muted text-xs" title={member.email}>
                {member.email}
              </span>
            </TableCell>
            <TableCell className="w-44 max-sm:w-px">
              <Badge tone={member.role === 'owner' ? 'accent' : 'neutral'}>
                {roleNames[member.role]}
              </Badge>
            </TableCell>
            <TableCell className="w-44 whitespace-nowrap text-muted max-md:hidden">
              {member.lastSignInAt === null ? (
                'Never'
              ) : (
                <time dateTime={member.lastSignInAt} title={formatDateTime(member.lastSignInAt)}>
                  {formatAgo(member.lastSignInAt, now)}
                </time>
              )}
            </TableCell>
            <TableCell className="w-12 pl-0 text-right">
              {grantableRoles(own).includes(member.role) && (
                <MenuButton
                  items={[
                    {
                      label: 'Change role',
                      icon: UserPen,
                      onSelect: () => onChangeRole(member),
                    },
                    {
                      label: 'Remove',
                      icon: UserMinus,
                      destructive: true,
                      separator: true,
                      disabled: member.userId === user.id,
                      objection: member.userId === user.id ? 'Ask somebody else to' : undefined,
                      onSelect: () => onRemove(member),
                    },
                  ]}
                  trigger={(props) => (
                    <IconButton
                      {...props}
                      icon={Ellipsis}
                      label={`More for ${member.name}`}
                      tooltipSide="left"
                    />
                  )}
                />
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
