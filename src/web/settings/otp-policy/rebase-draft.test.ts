import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rebaseDraft } from './rebase-draft.ts'

const base = { minutes: 5, places: ['ID', 'SG'], limits: { worker: 1, prefix: 2 }, rule: null }

it('keeps what I changed and takes what others changed', () => {
  const mine = { ...base, minutes: 3, limits: { worker: 9, prefix: 2 } }
  const theirs = { ...base, places: ['ID'], limits: { worker: 1, prefix: 8 } }
  expect(rebaseDraft(base, mine, theirs)).toEqual({
    minutes: 3,
    places: ['ID'],
    limits: { worker: 9, prefix: 8 },
    rule: null,
  })
})

it('lets nobody bring back a place that somebody else has blocked meanwhile', () => {
  const mine = { ...base, places: ['ID', 'SG', 'MY'] }
  const theirs = { ...base, places: ['ID'] }
  expect(rebaseDraft(base, mine, theirs).places).toEqual(['ID', 'MY'])
})

it('prefers mine where both changed one setting, also to and from nothing', () => {
  const rule = { percent: 30 }
  const from: { rule: { percent: number } | null } = { rule: null }
  expect(rebaseDraft(from, { rule }, { rule: { percent: 50 } })).toEqual({ rule })
  expect(rebaseDraft({ rule }, from, { rule: { percent: 50 } })).toEqual({ rule: null })
})

it('is theirs where I changed nothing, and mine where they changed nothing', () => {
  const policy = fc.record({
    minutes: fc.integer(),
    places: fc.uniqueArray(fc.constantFrom('ID', 'SG', 'MY', 'US')),
    limits: fc.record({ worker: fc.integer() }),
  })
  const sort = (one: { places: string[] }) => ({ ...one, places: one.places.toSorted() })
  fc.assert(
    fc.property(policy, policy, (one, other) => {
      expect(sort(rebaseDraft(one, one, other))).toEqual(sort(other))
      expect(sort(rebaseDraft(one, other, one))).toEqual(sort(other))
    }),
  )
})
