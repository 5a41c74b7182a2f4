import { useEffect, useRef } from 'react'
import { useFlow, useSession } from '../builder-context.tsx'
import { ComponentSettings } from './component-settings.tsx'
import { FlowSettings } from './flow-settings.tsx'
import { PageSettings } from './page-settings.tsx'

const Selected = () => {
  const selection = useSession((session) => session.selection)
  const component = useFlow((flow) =>
    selection.kind === 'component' ? flow.componentsById[selection.componentId] : undefined,
  )
  const page = useFlow((flow) =>
    selection.kind === 'page' ? flow.pagesById[selection.pageId] : undefined,
  )
  // The type is part of the key: another type is another form.
  if (component) {
    return <ComponentSettings key={`${component.type}/${component.id}`} component={component} />
  }
  if (page) return <PageSettings key={page.id} page={page} />
  return <FlowSettings />
}

/** The settings of what is selected. */
export const Inspector = () => {
  const focus = useSession((session) => session.focus)
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus === undefined) return
    area.current
      ?.querySelector<HTMLElement>(`[data-setting="${focus.setting}"]`)
      ?.querySelector<HTMLElement>('input, select, textarea')
      ?.focus()
  }, [focus])
  return (
    <div ref={area}>
      <Selected />
    </div>
  )
}
