import { X } from 'lucide-react'
import type { Invitation } from '#contract/member-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

interface InvitationTableProps {
  invitations: readonly Invitation[]
  onWithdraw: (invitation: Invitation) => void
}

/** Who was asked to join and has not yet. */
export const InvitationTable = ({ invitations, onWithdraw }: InvitationTableProps) => (
  <Table>
    <TableHead className="max-sm:sr-only">
      <tr>
        <TableHeader className="pl-4">Email</TableHeader>
        <TableHeader>Role</TableHeader>
        <TableHeader className="max-md:hidden">Link is valid until</TableHeader>
        <TableHeader>
          <span className="sr-only">Actions</span>
        </TableHeader>
      </tr>
    </TableHead>
    <tbody>
      {invitations.map((invitation) => (
        <TableRow key={invitation.id}>
          <TableCell className="max-w-0 py-2 pl-4">
            <span className="block truncate font-medium text-ink" title={invitation.email}>
              {invitation.email}
            </span>
            <span className="block truncate text-muted text-xs">
              Invited by {invitation.invitedBy}
            </span>
          </TableCell>
          <TableCell className="w-44 max-sm:w-px">
            <Badge>{roleNames[invitation.role]}</Badge>
          </TableCell>
          <TableCell className="w-44 whitespace-nowrap text-muted max-md:hidden">
            <time dateTime={invitation.expiresAt}>{formatDate(invitation.expiresAt)}</time>
          </TableCell>
          <TableCell className="w-12 pl-0 text-right">
            <IconButton
              icon={X}
              label={`Withdraw the invitation of ${invitation.email}`}
              tooltipSide="left"
              onClick={() => onWithdraw(invitation)}
            />
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
