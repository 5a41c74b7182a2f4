import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTask, withProof } from '#domain/task/check-task.ts'
import { walkToFinish } from '#domain/task/walk.ts'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { aPreview } from '#testing/a-preview.ts'
import { enumerateWalks } from '#testing/enumerate-walks.ts'
import { branchingFlowSeed, toBranchingFlow } from '#testing/random-branching-flow.ts'
import { attempt } from '../actions/edit-commands.ts'
import { listCoverage } from './coverage/coverage.ts'
import { toStoredAnswers } from './run/run.ts'
import { listTakenWays } from './run/walk-run.ts'

const choice = (id: string, title: string, more = {}) =>
  aComponent('select', {
    id,
    title,
    options: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
    ...more,
  })
const isYes = (field: string) => ({
  match: 'all' as const,
  comparisons: [{ field, operator: 'is' as const, value: 'yes' }],
})

/** Receiver leads to Photo when Delivered is Yes, and else to the finish. */
const branching = () =>
  aFlow(
    [aComponent('input', { id: 'order', title: 'Order' })],
    aPage('receiver', [choice('delivered', 'Delivered')], {
      title: 'Receiver',
      next: [
        { id: 't1', to: 'photo', when: isYes('delivered') },
        { id: 't2', to: 'finish', when: null },
      ],
    }),
    aPage('photo', [aComponent('photo', { id: 'parcel', title: 'Parcel' })], { title: 'Photo' }),
  )

test('the trace says what was decided and why', async () => {
  const { answer, trace, preview } = await aPreview(branching())
  answer({})
  answer({ order: 'A1' })
  answer({ delivered: ['yes'] })
  preview.next()
  preview.fill()
  preview.next()
  expect(trace()).toEqual([
    'Initial Page: the planner fills it in',
    'The task is not created: Fill in Order.',
    'Task created',
    'Initial Page → Receiver: next in order',
    'Receiver → Photo, because Delivered is Yes',
    expect.stringMatching(/^Photo is not left: /),
    'Photo → Finish Task: next in order',
    'Task finished over 2 pages',
  ])
  preview.restart()
  answer({ order: 'A1' })
  answer({ delivered: ['no'] })
  expect(trace().slice(-2)).toEqual([
    'Receiver → Finish Task: no condition held',
    'Task finished over 1 page',
  ])
})

test('values that an answer fills in are in the trace', async () => {
  const fill = {
    options: ['yes'],
    do: 'fill' as const,
    targets: ['note'],
    value: 'Left at the door',
  }
  const { preview, trace } = await aPreview(
    aFlow([
      choice('delivered', 'Delivered', { actions: [fill] }),
      aComponent('input', { id: 'note', title: 'Note' }),
    ]),
  )
  preview.change('delivered', ['yes'])
  expect(preview.store.getState().run.answers.note).toBe('Left at the door')
  expect(trace().at(-1)).toBe('Note set to “Left at the door” by Delivered')
})

test('ways are covered over all runs; an edited condition is not walked yet', async () => {
  const { answer, preview, builder } = await aPreview(branching())
  const missed = () =>
    listCoverage(preview.scene().flow, preview.store.getState().walked)
      .filter(({ isWalked }) => !isWalked)
      .map(({ words }) => words)
  expect(missed()).toHaveLength(4)
  answer({ order: 'A1' })
  answer({ delivered: ['no'] })
  preview.restart()
  answer({ order: 'A2' })
  answer({ delivered: ['yes'] })
  expect(missed()).toEqual(['Photo → Finish Task'])
  const when = {
    match: 'all' as const,
    comparisons: [{ field: 'delivered', operator: 'isNotEmpty' as const, value: null }],
  }
  attempt(builder, {
    type: 'transition.update',
    pageId: 'receiver',
    transition: { id: 't1', to: 'photo', when },
  })
  preview.follow()
  expect(missed()).toEqual(['Receiver → Photo, when Delivered is filled in', 'Photo → Finish Task'])
  preview.resetCoverage()
  expect(missed()).toHaveLength(4)
})

test('an edited draft keeps the answers that still fit, and the way as far as it leads', async () => {
  const { answer, preview, builder, trace } = await aPreview(branching())
  answer({ order: 'A1' })
  answer({ delivered: ['yes'] })
  attempt(builder, { type: 'component.update', componentId: 'order', changes: { title: 'Number' } })
  preview.follow()
  expect(preview.store.getState().run).toMatchObject({
    path: ['receiver', 'photo'],
    answers: { order: 'A1', delivered: ['yes'] },
  })
  attempt(builder, {
    type: 'component.update',
    componentId: 'delivered',
    changes: { options: [{ id: 'no', label: 'No' }] },
  })
  preview.follow()
  expect(preview.store.getState().run.answers).toEqual({ order: 'A1' })
  expect(trace().at(-1)).toBe('Draft edited: no longer fits: Delivered')
  attempt(builder, { type: 'page.remove', pageId: 'photo' })
  preview.follow()
  expect(preview.store.getState().run.path).toEqual(['receiver'])
  expect(trace().at(-1)).toBe('Draft edited: back on Receiver')
})

test('going back in the trace brings the whole moment back, the clock too', async () => {
  const { answer, preview, clock, trace } = await aPreview(anOtpFlow())
  answer({ phone: '+6281234567890' })
  await preview.gateway.send('otp', false)
  const moment = preview.store.getState()
  const at = preview.now()
  clock.advance(20_000)
  preview.skip(300_000, '5 min later')
  expect(trace().at(-1)).toBe('OTP: the code has expired')
  preview.goTo(moment.trace.at(-1)?.id ?? 0)
  expect(preview.now()).toBe(at)
  expect(preview.store.getState().trace).toEqual(moment.trace)
  expect(preview.store.getState().run.challenges).toEqual(moment.run.challenges)
  expect((await preview.gateway.findLatest('otp'))?.status).toBe('sent')
})

test('from a page on: made up answers lead there, remembered ones come first', async () => {
  const { preview, trace } = await aPreview(branching())
  preview.startFrom('photo')
  expect(preview.store.getState().run).toMatchObject({
    stage: 'walk',
    path: ['receiver', 'photo'],
    answers: { delivered: ['yes'] },
  })
  preview.restart()
  preview.change('order', 'Remembered')
  preview.startFrom('photo')
  expect(preview.store.getState().run.answers.order).toBe('Remembered')
  expect(trace()).toEqual([expect.stringMatching(/^Begun on Photo/)])
  preview.clearAnswers()
  preview.startFrom('receiver')
  expect(preview.store.getState().run.answers.order).toBe('Sample Order')
})

test('from a page on: what leads there comes before a default value and what was remembered', async () => {
  const flow = branching()
  const { preview, trace } = await aPreview({
    ...flow,
    pages: flow.pages.map((page) =>
      page.id === 'receiver'
        ? { ...page, components: [choice('delivered', 'Delivered', { defaultValue: ['no'] })] }
        : page,
    ),
  })
  preview.startFrom('photo')
  expect(preview.store.getState().run.path).toEqual(['receiver', 'photo'])
  expect(preview.store.getState().run.answers.delivered).toEqual(['yes'])
  expect(trace()).toEqual(['Begun on Photo, with answers that lead there'])
})

test('from a page on: an OTP before it counts as verified and costs nothing', async () => {
  const flow = anOtpFlow()
  const { preview, trace } = await aPreview({
    ...flow,
    pages: [...flow.pages, ...aFlow([], aPage('end', [])).pages.slice(1)],
  })
  preview.startFrom('end')
  preview.next()
  expect(trace().at(-1)).toBe('Task finished over 2 pages')
})

test('from a page on that no way leads to: it begins there and says so', async () => {
  const flow = branching()
  const { preview, trace } = await aPreview({
    ...flow,
    pages: flow.pages.map((page) =>
      page.id === 'receiver' ? { ...page, next: [{ id: 't', to: 'finish', when: null }] } : page,
    ),
  })
  preview.startFrom('photo')
  expect(preview.store.getState().run.path).toEqual(['photo'])
  expect(trace()[0]).toMatch(/do not lead there by themselves$/)
})

test('a page is filled in with answers that are accepted, whatever the type', async () => {
  const { preview, trace } = await aPreview(
    aFlow(
      (
        [
          'text',
          'number',
          'date',
          'dateTime',
          'time',
          'address',
          'coordinate',
          'phoneNumber',
          'email',
          'url',
          'currency',
        ] as const
      ).map((dataType) => aComponent('input', { id: `${dataType}Field`, dataType, minimum: 3 })),
      aPage('files', [
        aComponent('photo', { id: 'photos', minimum: 2, categories: ['Front'] }),
        aComponent('signature', { id: 'sign' }),
        aComponent('voice', { id: 'speak' }),
        aComponent('timer', { id: 'measure' }),
        choice('pick', 'Pick', { style: 'checkbox', minimumSelected: 2, maximumSelected: 2 }),
      ]),
      aPage('goods', [aComponent('bill', { id: 'bill', addNew: true })]),
      aPage('stock', [aComponent('list', { id: 'list', entries: ['Box'] })]),
    ),
  )
  for (const _ of ['initial', 'files', 'goods', 'stock']) {
    preview.fill()
    preview.next()
  }
  expect(trace().at(-1)).toBe('Task finished over 3 pages')
})

test('the preview walks where the server would, for every flow and all answers', async () => {
  await fc.assert(
    fc.asyncProperty(branchingFlowSeed, async (seed) => {
      const document = toBranchingFlow(seed)
      const { preview, trace } = await aPreview(document)
      for (const { answers } of enumerateWalks(document).slice(0, 12)) {
        preview.restart()
        for (const [id, value] of Object.entries(answers)) preview.change(id, value)
        const scene = preview.scene()
        const { run: filled } = preview.store.getState()
        const stored = toStoredAnswers(scene, filled.answers)
        const walked = walkToFinish(document, stored, scene.check)
        const finished = checkTask(document, stored, withProof(stored, [], scene.check))
        for (let step = 0; step <= document.pages.length; step += 1) {
          if (!trace().at(-1)?.startsWith('Not finished')) preview.next()
        }
        const { run } = preview.store.getState()
        if (run.stage === 'initial') continue
        if (finished.ok) expect([run.stage, run.path]).toEqual(['done', finished.value.path])
        // Only the proof is missing, which is asked for at the end.
        else if (walked.ok) expect(Object.keys(run.errors)).toEqual(Object.keys(finished.error))
        else if (Object.keys(walked.error.errors).length > 0) {
          expect([run.stage, run.path.at(-1)]).toEqual(['walk', walked.error.pageId])
        }
        const ways = run.path.length + (run.stage === 'done' ? 1 : 0)
        expect(listTakenWays(scene, run)).toHaveLength(ways)
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)
