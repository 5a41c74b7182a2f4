import { expect, it } from 'vitest'
import { createFakeClock } from '#testing/fake-clock.ts'
import { createIds } from './create-ids.ts'

const make = (newId: () => string, count: number) => Array.from({ length: count }, newId)
const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

it('makes UUIDs of version 7 with the time of the clock', () => {
  const clock = createFakeClock()
  const id = createIds(clock)()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(timeOf(id)).toBe(clock.now())
})

it('sorts as it made them, more than a counter holds within one millisecond too', () => {
  const ids = make(createIds(createFakeClock()), 10_000)
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.toSorted()).toEqual(ids)
})

it('sorts as it made them when the clock is set back', () => {
  const clock = createFakeClock()
  const newId = createIds(clock)
  const before = make(newId, 3)
  clock.advance(-60_000)
  const after = make(newId, 3)
  clock.advance(120_000)
  const ids = [...before, ...after, ...make(newId, 3)]
  expect(ids.toSorted()).toEqual(ids)
})
