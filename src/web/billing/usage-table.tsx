import type { Usage } from '#contract/usage-contract.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { costPerVerified, formatShare } from './usage-figures.ts'

interface UsageTableProps {
  /** What a row stands for, for example "Country". */
  heading: string
  items: Usage['items']
}

/** Usage, a row for each day, channel, country, flow or worker. */
export const UsageTable = ({ heading, items }: UsageTableProps) => (
  <Table>
    <TableHead>
      <tr className="[&>th:first-child]:pl-4 [&>th:last-child]:pr-4">
        <TableHeader>{heading}</TableHeader>
        <TableHeader className="text-right">Sent</TableHeader>
        <TableHeader className="text-right">Delivered</TableHeader>
        <TableHeader className="text-right">Verified</TableHeader>
        <TableHeader className="text-right">Conversion</TableHeader>
        <TableHeader className="text-right">Credits</TableHeader>
        <TableHeader className="text-right">Per verified step</TableHeader>
      </tr>
    </TableHead>
    <tbody className="tabular-nums [&_td]:h-9 [&_td]:text-right [&_td]:text-muted">
      {items.map((item) => {
        const cost = costPerVerified(item)
        return (
          <TableRow key={item.key}>
            <th scope="row" className="min-w-32 px-3 pl-4 text-left font-medium text-ink">
              {item.name}
            </th>
            <TableCell>{item.sends.toLocaleString('en')}</TableCell>
            <TableCell>{item.delivered.toLocaleString('en')}</TableCell>
            <TableCell>{item.verified.toLocaleString('en')}</TableCell>
            <TableCell>{formatShare(item.verified, item.sends)}</TableCell>
            <TableCell>{formatCredits(item.credits)}</TableCell>
            <TableCell className="pr-4">{cost === undefined ? '–' : formatCredits(cost)}</TableCell>
          </TableRow>
        )
      })}
    </tbody>
  </Table>
)
