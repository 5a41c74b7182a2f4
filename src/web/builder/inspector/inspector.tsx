import { useEffect } from 'react'
import { useFocusKept } from '#web/ui/use-focus-kept.ts'
import { useFlow, useSession } from '../builder-context.tsx'
import {
  primaryComponentId,
  primaryPageId,
  type Selection,
  selectedComponentIds,
  selectedPageIds,
} from '../state/selection.ts'
import { ComponentSettings } from './component-settings.tsx'
import { FlowSettings } from './flow-settings.tsx'
import { PageSettings } from './page-settings.tsx'
import { SeveralSelected } from './several-selected.tsx'
import { TransitionSettings } from './transition-settings.tsx'

const isSeveral = (
  selection: Selection,
): selection is Extract<Selection, { kind: 'components' | 'pages' }> =>
  selectedComponentIds(selection).length > 1 || selectedPageIds(selection).length > 1

const Selected = () => {
  const selection = useSession((session) => session.selection)
  const component = useFlow((flow) => flow.componentsById[primaryComponentId(selection) ?? ''])
  const page = useFlow((flow) => flow.pagesById[primaryPageId(selection) ?? ''])
  const [way, transition] = useTransition()
  if (isSeveral(selection)) return <SeveralSelected selection={selection} />
  // The type is part of the key: another type is another form.
  if (component) {
    return <ComponentSettings key={`${component.type}/${component.id}`} component={component} />
  }
  if (way && transition) {
    return <TransitionSettings key={transition.id} page={way} transition={transition} />
  }
  if (page) return <PageSettings key={page.id} page={page} />
  return <FlowSettings />
}

/** The selected transition, with the page that it starts from. */
const useTransition = () => {
  const selection = useSession((session) => session.selection)
  const ids = selection.kind === 'transition' ? selection : undefined
  const page = useFlow((flow) => flow.pagesById[ids?.pageId ?? ''])
  return [page, page?.next.find(({ id }) => id === ids?.transitionId)] as const
}

/** The settings of what is selected. */
export const Inspector = () => {
  const focus = useSession((session) => session.focus)
  const kept = useFocusKept<HTMLDivElement>()
  const area = kept.ref
  useEffect(() => {
    if (focus === undefined) return
    area.current
      ?.querySelector<HTMLElement>(`[data-setting="${focus.setting}"]`)
      ?.querySelector<HTMLElement>('input, select, textarea')
      ?.focus()
  }, [focus, area])
  return (
    <div {...kept} className="outline-none">
      <Selected />
    </div>
  )
}
