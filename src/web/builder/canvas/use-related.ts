import { useEffect } from 'react'
import { listReferences, refersTo } from '#domain/flow/component-references.ts'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { primaryComponentId } from '../state/selection.ts'
import { canvasMarks } from './canvas-marks.ts'

/** Marks what the selected component uses and what uses it; takes the marked path off with the selection. */
export const useRelated = (): void => {
  const builder = useBuilder()
  useEffect(() => {
    const mark = () => {
      const flow = flowOf(builder)
      const id = primaryComponentId(builder.session.getState().selection)
      const component = flow.componentsById[id ?? '']
      const related = component
        ? new Set([
            ...listReferences(component),
            ...Object.values(flow.componentsById)
              .filter((other) => refersTo(other, component.id))
              .map((other) => other.id),
          ])
        : new Set<string>()
      canvasMarks.setState({ related, path: [] })
    }
    mark()
    return builder.session.subscribe(({ selection }, before) => {
      if (selection !== before.selection) mark()
    })
  }, [builder])
}
