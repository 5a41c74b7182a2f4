import { componentTypeNames } from '#domain/components/component-registry.ts'
import { commonFields, commonKept } from '#domain/components/mileapp-fields.ts'
import { getMileappMapping } from '#domain/components/mileapp-registry.ts'

interface Mapped {
  keys: readonly string[]
  together?: readonly string[]
  becomes: string
}

const quote = (keys: readonly string[]) => keys.map((key) => `\`${key}\``).join(', ')

const quoteKept = (key: string, spellings: Readonly<Record<string, string>>) => {
  const others = Object.keys(spellings).filter((other) => spellings[other] === key)
  return others.length === 0 ? quote([key]) : `${quote([key])} (${quote(others)})`
}

const toRows = (
  kind: string,
  fields: readonly Mapped[],
  kept: readonly string[],
  spellings: Readonly<Record<string, string>> = {},
) => [
  ...fields.map(({ keys, together = [], becomes }) => {
    const others = together.length === 0 ? '' : `, with ${quote(together)}`
    return `| ${kind} | ${quote(keys)}${others} | ${becomes} |`
  }),
  ...(kept.length > 0
    ? [`| ${kind} | ${kept.map((key) => quoteKept(key, spellings)).join(', ')} | kept |`]
    : []),
]

/** The rows of the table in the docs: each key of each kind, and what becomes of it. */
export const listMappedKeys = (): string[] => [
  ...toRows('all', commonFields, commonKept),
  ...componentTypeNames.flatMap((name) => {
    const { component, fields, kept, keptSpellings = {} } = getMileappMapping(name)
    return toRows(component, fields, kept, keptSpellings)
  }),
]
