import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seePages } from '#domain/task/see-pages.ts'
import { listWay } from '#domain/task/walk.ts'
import { enumerateWalks } from '#testing/enumerate-walks.ts'
import { branchingFlowSeed, toBranchingFlow } from '#testing/random-branching-flow.ts'
import { findSight } from './fields-in-sight.ts'
import type { FlowDocument } from './flow-schema.ts'
import { toFlowState } from './flow-state.ts'
import { surveyFlow } from './flow-survey.ts'

/** What trying everything out tells: whether the OTP is ever shown, and the ways that lack the phone. */
const tryEverything = (document: FlowDocument) => {
  const lacking = new Set<string>()
  let isShown = false
  for (const { path, answers } of enumerateWalks(document)) {
    const way = listWay(document, path)
    const components = way.at(-1)?.components ?? []
    const { visible } = seePages(way, answers)
    const place = components.findIndex(({ id }) => id === 'otp')
    if (place < 0 || !visible.has('otp')) continue
    isShown = true
    const isBelow = components.findIndex(({ id }) => id === 'phone') > place
    if (!visible.has('phone') || isBelow) lacking.add(['initial', ...path].join())
  }
  return { isShown, lacking }
}

test('the recipient proof agrees with trying out every way and every choice', () => {
  const seen = { fine: 0, lacking: 0, onWay: 0 }
  fc.assert(
    fc.property(branchingFlowSeed, (seed) => {
      const document = toBranchingFlow(seed)
      const survey = surveyFlow(toFlowState(document))
      const from = {
        pageId: survey.state.pageIdByComponentId.otp ?? '',
        componentId: 'otp',
      }
      const { place, path } = findSight(survey, from, 'phone')
      const { isShown, lacking } = tryEverything(document)
      // Sound: it never says "fine" when a way lacks the field.
      if (lacking.size > 0) expect(place).not.toBe('before')
      // Complete: it never finds fault where every way that shows the OTP has the field.
      if (isShown && lacking.size === 0) expect(place).toBe('before')
      if (path !== null) {
        expect([...lacking]).toContain(path.join())
        seen.onWay += 1
      }
      if (isShown) seen[lacking.size > 0 ? 'lacking' : 'fine'] += 1
    }),
    { numRuns: 3_200 },
  )
  // The random flows are worth their time: many of each kind.
  expect(Math.min(seen.fine, seen.lacking, seen.onWay)).toBeGreaterThan(150)
}, 120_000)
