/** How large a list can be. */
export const listLimits = {
  nameLength: 100,
  entries: 200,
  textLength: 500,
  quantity: 99_999,
} as const

/** What a list asks for about each entry. */
export const listKinds = ['text', 'checkbox', 'quantity'] as const
export type ListKind = (typeof listKinds)[number]
