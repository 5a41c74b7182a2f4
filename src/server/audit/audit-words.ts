import { toWords } from '#domain/shared/to-words.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pairs = [
  ['from', 'to'],
  ['before', 'after'],
] as const

const showValue = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(showValue).join(', ')
  if (!isObject(value)) return String(value)
  const pair = pairs.find(([old, fresh]) => old in value && fresh in value)
  if (pair !== undefined) return `${showValue(value[pair[0]])} → ${showValue(value[pair[1]])}`
  return `(${describeDetail(value)})`
}

/** What changed, as people read it: "Role: Planner → Admin; Expires: never". */
export const describeDetail = (detail: unknown): string =>
  isObject(detail)
    ? Object.entries(detail)
        .map(([key, value]) => `${toWords(key)}: ${showValue(value)}`)
        .join('; ')
    : ''
