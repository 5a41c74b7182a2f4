/** How large a bill can be; prices in minor units. Sums of these stay within what a number can hold. */
export const billLimits = {
  nameLength: 100,
  items: 100,
  adjustments: 20,
  price: 1_000_000_000_000,
  quantity: 9_999,
} as const
