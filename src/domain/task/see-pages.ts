import { type Answers, answerOf, isBlank } from '#domain/components/answer.ts'
import { findActions } from '#domain/components/select/select-actions.ts'
import type { Page } from '#domain/flow/flow-schema.ts'

/** What the pages of a way come to with some answers. */
export interface SeenPages {
  /** The ids of the components that are shown. */
  visible: ReadonlySet<string>
  /** The answers that count: those of components that are shown. */
  answers: Answers
}

/**
 * Tells which components of a way are shown, and so which answers count. A component is shown when
 * its Visible switch says so; show and hide actions of Selects before it on the way overrule that,
 * the last one wins. What is hidden is not asked, its answer does not count, and neither do its own
 * actions. The one place where this is decided, for the worker's screen, the server and the proof.
 */
export const seePages = (way: readonly Page[], answers: Answers): SeenPages => {
  const overruled = new Map<string, boolean>()
  const visible = new Set<string>()
  const counting: Answers = {}
  for (const { components } of way) {
    for (const component of components) {
      if (!(overruled.get(component.id) ?? component.visible)) continue
      visible.add(component.id)
      const answer = answerOf(answers, component.id)
      if (isBlank(answer)) continue
      counting[component.id] = answer
      if (component.type !== 'select') continue
      for (const action of findActions(component, answer)) {
        if (action.do === 'fill') continue
        for (const target of action.targets) overruled.set(target, action.do === 'show')
      }
    }
  }
  return { visible, answers: counting }
}
