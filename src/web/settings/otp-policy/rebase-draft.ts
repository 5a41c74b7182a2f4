import { isSameJson } from '#domain/shared/is-same-json.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists are sets here: what I added and took away, on theirs. */
const rebaseList = (base: unknown[], mine: unknown[], theirs: unknown[]): unknown[] => [
  ...theirs.filter((item) => mine.includes(item) || !base.includes(item)),
  ...mine.filter((item) => !base.includes(item) && !theirs.includes(item)),
]

const rebase = (base: unknown, mine: unknown, theirs: unknown): unknown => {
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    return rebaseList(base, mine, theirs)
  }
  if (isObject(base) && isObject(mine) && isObject(theirs)) {
    return Object.fromEntries(
      Object.keys(theirs).map((key) => [key, rebase(base[key], mine[key], theirs[key])]),
    )
  }
  return isSameJson(base, mine) ? theirs : mine
}

/** What I changed since `base`, on what somebody else has made of it meanwhile. */
export const rebaseDraft = <Draft extends object>(base: Draft, mine: Draft, theirs: Draft): Draft =>
  rebase(base, mine, theirs) as Draft
