import { Trash2 } from 'lucide-react'
import type { ApiKey } from '#contract/api-key-contract.ts'
import { roleNames } from '#contract/role-words.ts'
import { formatAgo, formatDate, formatDateTime } from '#web/shared/format-time.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Badge } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

const Expiry = ({ expiresAt, now }: { expiresAt: string | null; now: number }) => {
  if (expiresAt === null) return 'Never'
  const date = <time dateTime={expiresAt}>{formatDate(expiresAt)}</time>
  return Date.parse(expiresAt) > now ? date : <Badge tone="warning">Expired {date}</Badge>
}

interface ApiKeyTableProps {
  keys: readonly ApiKey[]
  onRevoke: (apiKey: ApiKey) => void
}

/** API keys, each with what tells it from the others. */
export const ApiKeyTable = ({ keys, onRevoke }: ApiKeyTableProps) => {
  const now = useNow(30_000)
  return (
    <Table>
      <TableHead className="max-sm:sr-only">
        <tr>
          <TableHeader className="pl-4">Name</TableHeader>
          <TableHeader className="max-sm:hidden">Key</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader className="max-md:hidden">Last used</TableHeader>
          <TableHeader className="max-md:hidden">Expires</TableHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {keys.map((apiKey) => {
          const { id, name, lastFour, role, createdBy, createdAt, lastUsedAt, expiresAt } = apiKey
          return (
            <TableRow key={id}>
              <TableCell className="max-w-0 py-2 pl-4">
                <span className="block truncate font-medium text-ink" title={name}>
                  {name}
                </span>
                <span className="block truncate text-muted text-xs">
                  By {createdBy}, {formatDate(createdAt)}
                </span>
              </TableCell>
              <TableCell className="w-36 whitespace-nowrap font-mono text-muted text-xs max-sm:hidden">
                sandi_…{lastFour}
              </TableCell>
              <TableCell className="w-40 max-sm:w-px">
                <Badge>{roleNames[role]}</Badge>
              </TableCell>
              <TableCell className="w-40 whitespace-nowrap text-muted max-md:hidden">
                {lastUsedAt === null ? (
                  'Never'
                ) : (
                  <time dateTime={lastUsedAt} title={formatDateTime(lastUsedAt)}>
                    {formatAgo(lastUsedAt, now)}
                  </time>
                )}
              </TableCell>
              <TableCell className="w-36 whitespace-nowrap text-muted max-md:hidden">
                <Expiry expiresAt={expiresAt} now={now} />
              </TableCell>
              <TableCell className="w-12 pl-0 text-right">
                <IconButton
                  icon={Trash2}
                  label={`Revoke ${name}`}
                  tooltipSide="left"
                  onClick={() => onRevoke(apiKey)}
                />
              </TableCell>
            </TableRow>
          )
        })}
      </tbody>
    </Table>
  )
}
