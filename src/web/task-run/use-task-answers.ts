import { useEffect, useState } from 'react'
import type { Task } from '#contract/task-contract.ts'
import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { CheckAnswer, PageErrors } from '#domain/task/walk.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { readDraft, writeDraft } from './answer-draft.ts'
import { createAnswerSaver, type SavingState } from './answer-saver.ts'
import { omit } from './outbox.ts'

const rest = 600
const retryAfter = 5_000

/** The answers of a task as they are filled in here, the page where the worker was, and the saving of both. */
export const useTaskAnswers = (
  task: Task,
  checkAnswer: CheckAnswer,
  onRefused: (errors: PageErrors) => void,
) => {
  const [draft] = useState(() => readDraft(task.id))
  const [answers, setAnswers] = useState<Answers>(() => ({
    ...(task.answers as Answers),
    ...draft.answers,
  }))
  const [state, setState] = useState<SavingState>('saved')
  const [saver] = useState(() =>
    createAnswerSaver({
      send: async (unsent, currentPageId) => {
        const saved = await call(
          api.v1.tasks[':taskId'].answers.$patch({
            param: { taskId: task.id },
            json: { answers: unsent, ...(currentPageId !== undefined && { currentPageId }) },
          }),
        )
        const voided = findVoided(task, unsent, saved.answers as Answers)
        setAnswers((before) => omit(before, voided))
      },
      onState: setState,
      onRefused,
      onUnsent: (unsent) => writeDraft(task.id, unsent),
      rest,
      retryAfter,
    }),
  )
  useEffect(() => {
    for (const [id, value] of Object.entries(draft.answers)) saver.put(id, value)
    if (draft.currentPageId !== undefined) saver.goTo(draft.currentPageId)
    const retry = () => void saver.flush().catch(() => undefined)
    addEventListener('online', retry)
    return () => {
      removeEventListener('online', retry)
      retry()
      saver.stop()
    }
  }, [saver, draft])

  const setAnswer = (component: Component, value: AnswerValue) => {
    setAnswers((before) => ({ ...before, [component.id]: value }))
    // Only a verification writes the answer of an OTP, and it has done so.
    if (component.type === 'otp') return
    const checked = checkAnswer({ ...component, required: false }, value, answers)
    if (checked.ok) saver.put(component.id, checked.value)
    else saver.forget(component.id)
  }
  const currentPageId = draft.currentPageId ?? task.currentPageId
  return { answers, currentPageId, setAnswers, setAnswer, state, saver }
}

/** The OTPs that are no longer verified, because the recipient is another one. */
const findVoided = (task: Task, saved: Answers, onServer: Answers): string[] =>
  task.document.pages
    .flatMap(({ components }) => components)
    .filter(
      (component) =>
        component.type === 'otp' &&
        component.recipientField !== null &&
        component.recipientField in saved &&
        !(component.id in onServer),
    )
    .map(({ id }) => id)
