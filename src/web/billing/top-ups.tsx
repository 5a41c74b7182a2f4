import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import type { TopUp } from '#contract/top-up-contract.ts'
import { formatMinor } from '#domain/shared/money.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { OpenTopUp } from './open-top-up.tsx'
import { invoiceAddress, topUpsQuery, useRefreshTopUp } from './top-up-queries.ts'

const statuses: Record<TopUp['status'], { label: string; tone: BadgeTone }> = {
  open: { label: 'To be paid', tone: 'accent' },
  paid: { label: 'Paid', tone: 'success' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  expired: { label: 'Expired', tone: 'neutral' },
}

/** Asks about the top-up that the payment provider's page has led back from, once. */
const useReturn = (): void => {
  const [search, setSearch] = useSearchParams()
  const { mutate } = useRefreshTopUp()
  const topUpId = search.get('top-up')
  useEffect(() => {
    if (topUpId === null) return
    mutate(topUpId)
    setSearch(
      (current) => {
        current.delete('top-up')
        return current
      },
      { replace: true },
    )
  }, [topUpId, mutate, setSearch])
}

/** What was bought: the top-up that is to be paid, and those before. Nothing before the first. */
export const TopUps = () => {
  const { data } = useQuery(topUpsQuery)
  useReturn()
  if (data === undefined || data.items.length === 0) return null
  const open = data.items.find(({ status }) => status === 'open')
  const ended = data.items.filter(({ status }) => status !== 'open')
  return (
    <section aria-labelledby="top-ups" className="flex flex-col gap-3">
      <h2 id="top-ups" className="font-semibold text-base text-ink">
        Top-ups
      </h2>
      {open && <OpenTopUp topUp={open} />}
      {ended.length > 0 && (
        <Card>
          <TopUpTable items={ended} hasInvoices={data.hasInvoices} />
        </Card>
      )}
    </section>
  )
}

const TopUpTable = ({ items, hasInvoices }: { items: readonly TopUp[]; hasInvoices: boolean }) => (
  <Table>
    <TableHead className="max-sm:sr-only">
      <tr>
        <TableHeader className="pl-4">Date</TableHeader>
        <TableHeader>Credits</TableHeader>
        <TableHeader className="max-sm:hidden">Ordered by</TableHeader>
        <TableHeader>State</TableHeader>
        <TableHeader className="text-right max-sm:hidden">Total</TableHeader>
        <TableHeader className="pr-4 text-right">Invoice</TableHeader>
      </tr>
    </TableHead>
    <tbody>
      {items.map((topUp) => (
        <TableRow key={topUp.id}>
          <TableCell className="whitespace-nowrap pl-4 text-muted">
            {formatDate(topUp.paidAt ?? topUp.createdAt)}
          </TableCell>
          <TableCell className="text-ink tabular-nums">
            {topUp.credits.toLocaleString('en')}
          </TableCell>
          <TableCell className="text-muted max-sm:hidden">{topUp.orderedBy}</TableCell>
          <TableCell>
            <Badge tone={statuses[topUp.status].tone}>{statuses[topUp.status].label}</Badge>
          </TableCell>
          <TableCell className="whitespace-nowrap text-right text-ink tabular-nums max-sm:hidden">
            {formatMinor(topUp.totalMinor, topUp.currency)}
          </TableCell>
          <TableCell className="whitespace-nowrap pr-4 text-right">
            {hasInvoices && topUp.invoiceNumber !== null && <InvoiceLink topUp={topUp} />}
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)

const InvoiceLink = ({ topUp: { id, invoiceNumber } }: { topUp: TopUp }) => (
  <a
    href={invoiceAddress(id)}
    target="_blank"
    rel="noreferrer"
    aria-label={`Invoice ${invoiceNumber}, PDF`}
    className="inline-flex items-center gap-1.5 align-middle font-medium text-accent-ink hover:underline"
  >
    <FileText aria-hidden="true" className="size-4" />
    <span className="max-sm:hidden">{invoiceNumber}</span>
  </a>
)
