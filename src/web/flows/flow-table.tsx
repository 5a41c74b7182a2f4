import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import type { FlowSummary } from '#contract/flow-contract.ts'
import { formatAgo, formatDateTime } from '#web/shared/format-time.ts'
import { Link } from '#web/shared/link.tsx'
import { useNow } from '#web/shared/use-now.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { MenuButton } from '#web/ui/menu-button.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { toast } from '#web/ui/toast.ts'
import { useDuplicateFlow } from './flow-queries.ts'

const states: Record<FlowSummary['state'], { label: string; tone: BadgeTone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  published: { label: 'Published', tone: 'success' },
  changed: { label: 'Unpublished changes', tone: 'warning' },
}

/** What is asked about a flow in a dialog. */
export interface FlowDialog {
  name: 'rename' | 'delete'
  flow: FlowSummary
}

interface FlowTableProps {
  flows: readonly FlowSummary[]
  onOpenDialog: (dialog: FlowDialog) => void
}

/** Flows in a table; a row leads to the Flow Builder. */
export const FlowTable = ({ flows, onOpenDialog }: FlowTableProps) => {
  const now = useNow(30_000)
  return (
    <Table>
      <TableHead className="max-sm:sr-only">
        <tr>
          <TableHeader className="pl-4">Name</TableHeader>
          <TableHeader className="max-sm:hidden">State</TableHeader>
          <TableHeader className="max-md:hidden">Size</TableHeader>
          <TableHeader className="max-md:hidden">Last edit</TableHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {flows.map((flow) => (
          <TableRow key={flow.id} className="relative">
            <TableCell className="max-w-0 py-2 pl-4">
              <Link
                href={`/flows/${flow.id}`}
                title={flow.name}
                className="block truncate font-medium text-ink after:absolute after:inset-0"
              >
                {flow.name}
              </Link>
              <span className="block truncate text-muted text-xs md:hidden">
                {formatAgo(flow.updatedAt, now)} by {flow.updatedBy}
              </span>
              <span className="mt-1 block sm:hidden">
                <StateBadge state={flow.state} />
              </span>
            </TableCell>
            <TableCell className="w-44 max-sm:hidden">
              <StateBadge state={flow.state} />
            </TableCell>
            <TableCell className="w-48 whitespace-nowrap text-muted tabular-nums max-md:hidden">
              {count(flow.pageCount, 'page')}, {count(flow.componentCount, 'component')}
            </TableCell>
            <TableCell className="w-56 whitespace-nowrap text-muted max-md:hidden">
              <time dateTime={flow.updatedAt} title={formatDateTime(flow.updatedAt)}>
                {formatAgo(flow.updatedAt, now)}
              </time>{' '}
              by {flow.updatedBy}
            </TableCell>
            <TableCell className="w-12 pl-0 text-right">
              <FlowMenu flow={flow} onOpenDialog={onOpenDialog} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

const StateBadge = ({ state }: Pick<FlowSummary, 'state'>) => (
  <Badge tone={states[state].tone}>{states[state].label}</Badge>
)

const FlowMenu = ({
  flow,
  onOpenDialog,
}: {
  flow: FlowSummary
  onOpenDialog: FlowTableProps['onOpenDialog']
}) => {
  const duplicate = useDuplicateFlow()
  const copy = () =>
    duplicate.mutate(flow.id, { onSuccess: ({ name }) => toast(`"${name}" was made`) })
  return (
    <MenuButton
      items={[
        { label: 'Rename', icon: Pencil, onSelect: () => onOpenDialog({ name: 'rename', flow }) },
        { label: 'Duplicate', icon: Copy, onSelect: copy },
        {
          label: 'Delete',
          icon: Trash2,
          destructive: true,
          separator: true,
          onSelect: () => onOpenDialog({ name: 'delete', flow }),
        },
      ]}
      trigger={(props) => (
        <IconButton
          {...props}
          icon={Ellipsis}
          label={`More for ${flow.name}`}
          tooltipSide="left"
          className="z-10"
        />
      )}
    />
  )
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
