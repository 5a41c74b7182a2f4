import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useLocation } from 'wouter'
import type { TopUp } from '#contract/top-up-contract.ts'
import { Link } from '#web/shared/link.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { toast } from '#web/ui/toast.ts'
import { TopUpPriceList } from './top-up-price.tsx'
import { topUpQuery, usePlayPayment } from './top-up-queries.ts'

const balance = '/billing/balance'

/** Stands in for a payment provider's page: it can be paid, declined or left. No money moves. */
export const SandboxPaymentScreen = ({ topUpId }: { topUpId: string }) => {
  const topUp = useQuery(topUpQuery(topUpId))
  const [, navigate] = useLocation()
  // Here and not below: once it is paid, the page on which it was is gone.
  const play = usePlayPayment(topUpId)
  const pay = () =>
    play.mutate('pay', {
      onSuccess: ({ credits }) => {
        toast(`${credits.toLocaleString('en')} credits were added`, { tone: 'success' })
        navigate(balance)
      },
    })
  return (
    <Screen narrow title="Sandbox payment" description="No money moves here.">
      <Card className="p-5">
        <QueryView query={topUp} loading={<ListSkeleton />}>
          {(found) =>
            found.status === 'open' ? (
              <Checkout
                topUp={found}
                busy={play.isPending}
                onPay={pay}
                onDecline={() => play.mutate('decline')}
              />
            ) : (
              <Ended {...found} />
            )
          }
        </QueryView>
      </Card>
    </Screen>
  )
}

interface CheckoutProps {
  topUp: TopUp
  busy: boolean
  onPay: () => void
  onDecline: () => void
}

const Checkout = ({ topUp, busy, onPay, onDecline }: CheckoutProps) => (
  <div className="flex flex-col gap-5">
    <TopUpPriceList credits={topUp.credits} price={topUp} />
    <p role="status" className="min-h-4 text-danger-ink text-sm">
      {topUp.declined && 'The payment was declined. Try again, or leave it for later.'}
    </p>
    <div className="flex flex-wrap justify-end gap-2">
      <Link href={balance} className={buttonClass('ghost')}>
        Leave without paying
      </Link>
      <Button disabled={busy} onClick={onDecline}>
        Have it declined
      </Button>
      <Button variant="primary" busy={busy} onClick={onPay}>
        Pay Now
      </Button>
    </div>
  </div>
)

const words: Record<TopUp['status'], string> = {
  open: 'This top-up is to be paid',
  paid: 'This top-up is paid',
  cancelled: 'This top-up was cancelled',
  expired: 'This top-up has expired',
}

const Ended = ({ status }: TopUp) => (
  <EmptyState
    icon={CircleCheck}
    title={words[status]}
    action={
      <Link href={balance} className={buttonClass('primary')}>
        Back to Balance
      </Link>
    }
  >
    Nothing more is to be done here.
  </EmptyState>
)
