import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { topUpsQuery } from './top-up-queries.ts'

const TopUpDialog = lazy(async () => ({
  default: (await import('./top-up-dialog.tsx')).TopUpDialog,
}))

/** Buys credit, where it can be bought and no other top-up is to be paid first. */
export const TopUpButton = () => {
  const { data } = useQuery(topUpsQuery)
  const [isOpen, setOpen] = useState(false)
  if (data?.canPay !== true) return null
  const hasOpen = data.items.some(({ status }) => status === 'open')
  return (
    <>
      <Button variant="primary" disabled={hasOpen} onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-4" />
        Top Up Balance
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <TopUpDialog currency={data.currency} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
