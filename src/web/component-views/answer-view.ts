import type { AnswerValue } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { AnswerFiles } from '#web/shared/answer-files.ts'

/** An answer as whoever plans sees it, where a sentence does not do. */
export interface AnswerViewProps<Shown extends Component = Component> {
  component: Shown
  value: AnswerValue
  files: Pick<AnswerFiles, 'load'>
}
