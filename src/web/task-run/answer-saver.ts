import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import type { PageErrors } from '#domain/task/walk.ts'
import { toAnswerErrors } from '#web/component-views/to-answer-errors.ts'
import { isTemporary } from '#web/shared/api-error.ts'

/** `refused`: the server does not take it, and trying again would not help. */
export type SavingState = 'saved' | 'saving' | 'offline' | 'refused'

interface AnswerSaverOptions {
  send: (answers: Answers, currentPageId: string | undefined) => Promise<void>
  onState: (state: SavingState) => void
  /** Single answers that the server does not accept; they are not sent again as they are. */
  onRefused: (errors: PageErrors) => void
  /** Called with what is not saved yet, whenever that changes. */
  onUnsent: (answers: Answers) => void
  /** How long answers rest before they are sent, and before another try, in ms. */
  rest: number
  retryAfter: number
}

/** Saves answers as they come: one call at a time, and nothing is forgotten while there is no network. */
export const createAnswerSaver = (options: AnswerSaverOptions) => {
  const { send, onState, onUnsent } = options
  let unsent: Answers = {}
  let pageId: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const setUnsent = (answers: Answers) => {
    unsent = answers
    onUnsent(answers)
  }
  const hasWork = () => pageId !== undefined || Object.keys(unsent).length > 0

  /** Sends one batch. What fails comes back, unless newer answers have taken its place. */
  const sendBatch = async () => {
    const batch = unsent
    const batchPage = pageId
    unsent = {}
    pageId = undefined
    try {
      await send(batch, batchPage)
      onUnsent(unsent)
    } catch (error) {
      const refused = toAnswerErrors(error)
      pageId ??= batchPage
      setUnsent({ ...omit(batch, refused), ...unsent })
      options.onRefused(refused)
      if (!Object.keys(refused).some((id) => id in batch)) throw error
    }
  }

  const run = async () => {
    onState('saving')
    try {
      while (hasWork()) await sendBatch()
      onState('saved')
    } catch (error) {
      onState(isTemporary(error) ? 'offline' : 'refused')
      if (isTemporary(error)) schedule(options.retryAfter)
      throw error
    }
  }

  /** Sends what is unsent now; rejects when that does not succeed. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    if (running !== undefined) return running
    if (!hasWork()) return Promise.resolve()
    running = run().finally(() => (running = undefined))
    return running
  }

  const schedule = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      flush().catch(() => undefined)
    }, delay)
  }

  return {
    put: (componentId: string, value: AnswerValue) => {
      setUnsent({ ...unsent, [componentId]: value })
      schedule(options.rest)
    },
    /** Takes an answer back that is not fit to be saved any more. */
    forget: (componentId: string) => {
      setUnsent(omit(unsent, { [componentId]: true }))
    },
    goTo: (currentPageId: string) => {
      pageId = currentPageId
      schedule(options.rest)
    },
    flush,
    stop: () => clearTimeout(timer),
  }
}

const omit = (answers: Answers, taken: Record<string, unknown>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !(id in taken)))
