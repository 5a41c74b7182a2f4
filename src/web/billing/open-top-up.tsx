import { Wallet } from 'lucide-react'
import { useLocation } from 'wouter'
import type { TopUp } from '#contract/top-up-contract.ts'
import { formatMinor } from '#domain/shared/money.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { goToCheckout } from './go-to-checkout.ts'
import { useCancelTopUp } from './top-up-queries.ts'

/** The top-up that is still to be paid. */
export const OpenTopUp = ({ topUp }: { topUp: TopUp }) => {
  const [, navigate] = useLocation()
  const cancel = useCancelTopUp()
  const { id, credits, totalMinor, currency, checkoutUrl, declined } = topUp
  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
      <Wallet aria-hidden="true" className="size-5 shrink-0 text-accent-ink max-sm:hidden" />
      <div className="min-w-48 grow basis-0">
        <p className="font-medium text-ink text-sm">
          {credits.toLocaleString('en')} credits for {formatMinor(totalMinor, currency)} wait to be
          paid
        </p>
        <p role="status" className={declined ? 'text-danger-ink text-xs' : 'text-muted text-xs'}>
          {declined
            ? 'The payment was declined. Try again, or with another card.'
            : 'They are added as soon as the payment has come.'}
        </p>
      </div>
      <div className="flex gap-2">
        <Button busy={cancel.isPending} onClick={() => cancel.mutate(id)}>
          Cancel top-up
        </Button>
        {checkoutUrl !== null && (
          <Button variant="primary" onClick={() => goToCheckout(checkoutUrl, navigate)}>
            Pay Now
          </Button>
        )}
      </div>
    </Card>
  )
}
