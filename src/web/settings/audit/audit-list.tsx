import type { AuditEntry } from '#contract/audit-list-contract.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

/** Entries of the trail, each as a sentence. */
export const AuditList = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <Table>
    <TableHead className="max-sm:sr-only">
      <tr>
        <TableHeader className="pl-4 max-sm:hidden">Time</TableHeader>
        <TableHeader className="max-sm:hidden">Who</TableHeader>
        <TableHeader className="max-sm:pl-4">What</TableHeader>
      </tr>
    </TableHead>
    <tbody>
      {entries.map(({ id, at, by, title, subject, changes }) => (
        <TableRow key={id}>
          <TableCell className="w-44 whitespace-nowrap pl-4 align-top text-muted tabular-nums leading-11 max-sm:hidden">
            <time dateTime={at}>{formatDateTime(at)}</time>
          </TableCell>
          <TableCell className="w-52 max-w-52 truncate align-top text-ink leading-11 max-sm:hidden">
            <span title={by}>{by}</span>
          </TableCell>
          <TableCell className="break-words py-3 max-sm:pl-4">
            <span className="text-ink">{title}</span>
            {subject !== '' && <span className="text-ink">: {subject}</span>}
            {changes !== '' && <span className="block text-muted text-xs">{changes}</span>}
            <span className="mt-0.5 block text-muted text-xs sm:hidden">
              {by} · {formatDateTime(at)}
            </span>
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
