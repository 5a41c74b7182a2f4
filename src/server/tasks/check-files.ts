import type { Answers } from '#domain/components/answer.ts'
import { listFileIds } from '#domain/task/with-files.ts'
import type { PublishedFlow } from './document-service.ts'

/** The ids of the files that the answers of a task name. */
export const listAllFileIds = ({ components }: PublishedFlow, answers: Answers): string[] =>
  Object.entries(answers).flatMap(([id, value]) => {
    const component = components.get(id)
    return component === undefined ? [] : listFileIds(component, value)
  })
