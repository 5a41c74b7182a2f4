import { ReceiptText } from 'lucide-react'
import type { BillComponent } from '#domain/components/bill/bill-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'

/** The Bill component in the Flow Builder. */
export const billView: ComponentView<BillComponent> = {
  icon: () => ReceiptText,
  presetIcon: () => ReceiptText,
  detail: ({ currency, items, addNew }) =>
    [
      currency,
      `${items.length} ${items.length === 1 ? 'item' : 'items'}`,
      addNew && 'more can be added',
    ]
      .filter(Boolean)
      .join(' · '),
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./bill-settings.tsx')).BillSettings),
}
