import type { ListKind } from '#domain/components/list/list-limits.ts'

/** What the kinds of lists are called. */
export const listKindLabels: Record<ListKind, string> = {
  text: 'Text',
  checkbox: 'Checkbox',
  quantity: 'Quantity',
}
