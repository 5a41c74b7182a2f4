import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import type { PageErrors } from '#domain/task/walk.ts'
import { toAnswerErrors } from '#web/component-views/to-answer-errors.ts'
import { isTemporary } from '#web/shared/api-error.ts'
import type { Draft } from './answer-draft.ts'
import { createOutbox } from './outbox.ts'

/**
 * `unfit`: an answer is on the screen alone, for it can't be saved as it is. `refused`: the server takes
 * nothing, and trying again would not help.
 */
export type SavingState = 'saved' | 'unfit' | 'saving' | 'offline' | 'refused'

interface AnswerSaverOptions {
  send: (answers: Answers, currentPageId: string | undefined) => Promise<void>
  /** Called with the same state again and again. */
  onState: (state: SavingState) => void
  /** Single answers that the server does not accept; they are not sent again as they are. */
  onRefused: (errors: PageErrors) => void
  /** Called with what is not saved yet, whenever that changes. */
  onUnsent: (draft: Draft) => void
  /** How long answers rest before they are sent, and before another try, in ms. */
  rest: number
  retryAfter: number
}

/** Saves answers as they come: one call at a time, and nothing is forgotten while there is no network. */
export const createAnswerSaver = (options: AnswerSaverOptions) => {
  const { onState } = options
  const outbox = createOutbox(options.onUnsent)
  const unfit = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  /** Sends one batch. What fails comes back, unless newer answers have taken its place. */
  const sendBatch = async () => {
    const { answers, currentPageId } = outbox.take()
    for (const id in answers) unfit.delete(id)
    try {
      await options.send(answers, currentPageId)
      outbox.settle()
    } catch (error) {
      const errors = toAnswerErrors(error)
      const refused = Object.keys(errors)
      outbox.putBack(refused)
      for (const id of refused) unfit.add(id)
      options.onRefused(errors)
      if (!refused.some((id) => id in answers)) throw error
    }
  }

  const run = async () => {
    onState('saving')
    try {
      while (outbox.hasWork()) await sendBatch()
      onState(unfit.size > 0 ? 'unfit' : 'saved')
    } catch (error) {
      onState(isTemporary(error) ? 'offline' : 'refused')
      if (isTemporary(error)) schedule(options.retryAfter)
      throw error
    }
  }

  /** Sends what is unsent now; rejects when that does not succeed. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    running ??= run().finally(() => (running = undefined))
    return running
  }

  const schedule = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      flush().catch(() => undefined)
    }, delay)
  }

  /** Lets what is new rest first; it is not called saved meanwhile. */
  const scheduleNew = () => {
    onState('saving')
    schedule(options.rest)
  }

  return {
    put: (componentId: string, value: AnswerValue) => {
      outbox.put(componentId, value)
      scheduleNew()
    },
    /** Takes an answer back that is not fit to be saved any more. */
    forget: (componentId: string) => {
      unfit.add(componentId)
      outbox.forget(componentId)
      onState('unfit')
    },
    goTo: (currentPageId: string) => {
      outbox.goTo(currentPageId)
      scheduleNew()
    },
    flush,
    stop: () => clearTimeout(timer),
  }
}
