import type { StoreApi } from 'zustand/vanilla'
import { type AnswerValue, answerOf } from '#domain/components/answer.ts'
import { getComponentType } from '#domain/components/component-registry.ts'
import type { FillRandom } from '#domain/otp/otp-code.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { parsePhoneNumber } from '#domain/otp/recipient.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'
import { type Builder, flowOf } from '../builder.ts'
import { fillPage } from './answers/fill-page.ts'
import { createMemoryFiles, type MemoryFiles } from './answers/memory-files.ts'
import type { MockMedia } from './answers/mock-media.ts'
import { createRememberedAnswers } from './answers/remembered-answers.ts'
import { createTestGateway, type Hindrance, type TestGateway } from './otp/create-test-gateway.ts'
import { toFindPrice } from './otp/find-price.ts'
import { blankRun, type Run, type Scene, type Step } from './run/run.ts'
import { createRunTracker, type PreviewState, type RunTracker } from './run/run-tracker.ts'
import { startFrom } from './run/start-from.ts'
import { answer, goBack, goOn, start } from './run/walk-run.ts'
import { noteOnOtp, noteOnPage } from './trace/trace-words.ts'

/** What a preview needs that tests set: time, chance, storage, pictures. */
export interface PreviewTools {
  now(): number
  fillRandom: FillRandom
  newId(): string
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  media: MockMedia
}

/** One preview of a draft, over all its runs. */
export interface Preview {
  store: StoreApi<PreviewState>
  gateway: TestGateway
  files: MemoryFiles
  scene(): Scene
  /** The time by the preview's clock, in ms since the epoch. */
  now(): number
  /** Takes over what was edited in the draft since the last time. */
  follow(): void
  restart(): void
  startFrom(pageId: string): void
  change(componentId: string, value: AnswerValue): void
  next(): void
  back(): void
  /** Fills in what the page that is shown requires. */
  fill(): void
  /** Goes back to the moment after a line of the trace. */
  goTo(entryId: number): void
  skip(milliseconds: number, words: string): void
  /** Lets something stand in the way of the next send. */
  hinder(hindrance: Hindrance): void
  /** Takes the proof of an OTP step away, so that it can be tried again. */
  reopen(componentId: string): void
  clearAnswers(): void
  resetCoverage(): void
}

const check: CheckAnswer = (component, value, answers) =>
  getComponentType(component.type).checkAnswer(component, value, {
    parsePhone: parsePhoneNumber,
    findAnswer: (id) => answerOf(answers, id),
  })

/** The gateway of a preview's codes. */
const createGateway = (
  { organisation }: Builder,
  tools: PreviewTools,
  tracker: RunTracker,
  takeHindrance: () => Hindrance | undefined,
): TestGateway => {
  const { store, scene, apply } = tracker
  const run = () => store.getState().run
  const { allowedChannels, homeCountry } = organisation
  const usualPolicy = resolvePolicy({ allowedChannels }, homeCountry)
  return createTestGateway({
    clock: { now: tracker.now },
    fillRandom: tools.fillRandom,
    newId: tools.newId,
    get policy() {
      return store.getState().policy ?? usualPolicy
    },
    readyChannels: organisation.readyChannels,
    findPrice: (channel, country) => toFindPrice(store.getState().rates)(channel, country),
    taskId: () => run().id,
    findComponent: (id) => scene().flow.componentsById[id],
    answers: () => run().answers,
    challenges: () => run().challenges,
    skipped: () => run().skipped,
    takeHindrance,
    write: (challenges, event) =>
      apply({ run: { ...run(), challenges }, notes: [noteOnOtp(scene().flow, event)] }),
  })
}

/** What moves a preview through time: begin, begin elsewhere, go back, skip. */
const createTravel = (tracker: RunTracker, newId: () => string, gateway: TestGateway) => {
  const { store, scene, apply, jump, follow, goTo } = tracker
  const begin = (toStep: (blank: Run) => Step) => {
    follow()
    jump(toStep(blankRun(newId())), [])
  }
  return {
    begin,
    goTo,
    restart: () => begin((blank) => start(scene(), blank)),
    skip: (milliseconds: number, words: string) => {
      const { run } = store.getState()
      const pageId = run.path.at(-1) ?? scene().flow.pageOrder[0] ?? ''
      const skipped = run.skipped + milliseconds
      apply({ run: { ...run, skipped }, notes: [noteOnPage(words, pageId)] })
      gateway.expireDue()
    },
  }
}

/** Makes a preview of the draft that a builder has open. Nothing of it leaves the browser. */
export const createPreview = (builder: Builder, tools: PreviewTools): Preview => {
  const { now: realNow, newId } = tools
  const readFlow = () => flowOf(builder)
  const tracker = createRunTracker({ readFlow, now: realNow, newId, check })
  const { store, scene, apply, follow, now } = tracker
  const remembered = createRememberedAnswers(tools.storage, builder.flowId)
  const files = createMemoryFiles(newId)
  const { homeCountry } = builder.organisation
  const maker = { files, media: tools.media, homeCountry, now, check }
  const hindrances: Hindrance[] = []
  const gateway = createGateway(builder, tools, tracker, () => hindrances.pop())
  const { begin, restart, ...travel } = createTravel(tracker, newId, gateway)
  const run = () => store.getState().run
  /** Does a step on the draft as it is now. */
  const act = (toStep: () => Step) => {
    follow()
    apply(toStep())
  }
  const write = (toStep: () => Step) => {
    act(toStep)
    remembered.write(scene().flow, run().answers)
  }
  restart()
  return {
    ...{ store, gateway, files, scene, now, follow, restart, ...travel },
    startFrom: (pageId) =>
      pageId === flowOf(builder).pageOrder[0]
        ? restart()
        : begin((blank) => startFrom(scene(), blank, pageId, maker, remembered.read())),
    change: (componentId, value) => write(() => answer(scene(), run(), componentId, value)),
    fill: () => write(() => fillPage(scene(), run(), maker, remembered.read())),
    next: () => act(() => goOn(scene(), run(), files.list())),
    back: () => act(() => goBack(scene(), run())),
    hinder: (chosen) => void hindrances.splice(0, 1, chosen),
    reopen: (componentId) => act(() => answer(scene(), run(), componentId, null)),
    clearAnswers: () => {
      remembered.clear()
      restart()
    },
    resetCoverage: () => store.setState({ walked: new Set() }),
  }
}
