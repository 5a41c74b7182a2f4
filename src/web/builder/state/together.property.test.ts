import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toFlowDocument } from '#domain/flow/flow-state.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { aTeam, type Teammate } from '#testing/a-team.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'

const step = fc.record({
  who: fc.nat(2),
  what: fc.nat(19),
  seed: operationSeed,
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const act = async (mate: Teammate, { what, seed }: Step): Promise<void> => {
  switch (what) {
    case 0:
    case 1:
      return mate.save()
    case 2:
    case 3:
    case 4:
      return mate.deliver('arrive')
    case 5:
      return mate.deliver('loseRequest')
    case 6:
      return mate.deliver('loseAnswer')
    case 7:
    case 8:
    case 9:
      return mate.hear(1 + (seed.third % 3))
    case 10:
      return mate.miss()
    case 11:
      return mate.disconnect()
    case 12:
      return mate.reconnect()
    case 13:
      // The tab is killed and opened again.
      return seed.third % 3 === 0 ? mate.open() : mate.hear()
    case 14:
      return void mate.editor.undo()
    case 15:
      return void mate.editor.redo()
    case 16:
    case 17: {
      // Typing: one key, one operation, until it is sent.
      const changes = { title: `${seed.text.trim()}${seed.third}` }
      return mate.do({ type: 'component.update', componentId: 'otp', changes }, 'otp/title')
    }
    default:
      return mate.do(toOperation(mate.flow, seed), seed.third % 2 ? `key${seed.first}` : undefined)
  }
}

const expectOneDocument = async (names: readonly string[], steps: readonly Step[]) => {
  const team = await aTeam(anOtpFlow(), names)
  for (const one of steps) {
    const mate = team.mates[one.who % names.length]
    if (mate !== undefined) await act(mate, one)
  }
  await team.finish()
  const documents = team.mates.map(({ flow }) => JSON.stringify(toFlowDocument(flow)))
  const applied = new Set(team.log.map(({ id }) => id))
  for (const { isAtRest, made, refused } of team.mates) {
    expect(isAtRest).toBe(true)
    for (const id of made) expect(applied.has(id) || refused.has(id), id).toBe(true)
  }
  expect(applied.size).toBe(team.log.length)
  expect(new Set(documents)).toEqual(new Set([JSON.stringify(team.document())]))
  team.stop()
}

const runs = 60

test('two who edit one flow end with one document, and nothing is lost unsaid', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 120 }), (steps) =>
    expectOneDocument(['ani', 'budi'], steps),
  )
  await fc.assert(property, { numRuns: runs })
})

test('three do, too', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 150 }), (steps) =>
    expectOneDocument(['ani', 'budi', 'citra'], steps),
  )
  await fc.assert(property, { numRuns: runs })
})

test('two browsers, 500 random interleaved operations: one document, nothing lost', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1_600, maxLength: 1_800, size: 'max' }),
    (steps) => expectOneDocument(['ani', 'budi'], steps),
  )
  await fc.assert(property, { numRuns: 2 })
}, 60_000)
