import type { AnswerValue } from '#domain/components/answer.ts'
import { isOfKind } from '#domain/components/answer-file.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { err } from '#domain/shared/result.ts'
import type { CheckAnswer } from './walk.ts'

/** A file that is there, as far as an answer depends on it. */
export interface ListedFile {
  id: string
  componentId: string
  mediaType: string
}

/** The ids of the files that an answer names. */
export const listFileIds = ({ type }: Component, value: AnswerValue): string[] =>
  getComponentType(type).files?.list(value) ?? []

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
