import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import { isOfKind } from '#domain/components/answer-file.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { err } from '#domain/shared/result.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'
import type { PublishedFlow } from './document-service.ts'

interface ListedFile {
  id: string
  componentId: string
  mediaType: string
}

/** The ids of the files that an answer names. */
const listFileIds = ({ type }: Component, value: AnswerValue): string[] =>
  getComponentType(type).files?.list(value) ?? []

/** The ids of the files that the answers of a task name. */
export const listAllFileIds = ({ components }: PublishedFlow, answers: Answers): string[] =>
  Object.entries(answers).flatMap(([id, value]) => {
    const component = components.get(id)
    return component === undefined ? [] : listFileIds(component, value)
  })

/** Takes an answer only when every file that it names is stored, for that very component. */
export const withFiles =
  (stored: readonly ListedFile[], check: CheckAnswer): CheckAnswer =>
  (component, value, answers) => {
    const checked = check(component, value, answers)
    if (!checked.ok) return checked
    const kind = getComponentType(component.type).files?.kind
    const isStored = (fileId: string) =>
      stored.some(
        ({ id, componentId, mediaType }) =>
          id === fileId &&
          componentId === component.id &&
          kind !== undefined &&
          isOfKind(mediaType, kind),
      )
    return listFileIds(component, checked.value).every(isStored)
      ? checked
      : err({
          code: 'invalid',
          message: `A file of ${component.title} has not arrived. Take it again.`,
        })
  }
