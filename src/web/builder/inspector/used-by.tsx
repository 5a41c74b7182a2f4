import { useDeferredValue, useMemo } from 'react'
import { refersTo } from '#domain/flow/component-references.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { selectComponent, selectTransition } from '../actions/select-commands.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'

interface User {
  key: string
  title: string
  pageId: string
  select: { componentId: string } | { transitionId: string }
}

const listUsers = (flow: FlowState, id: string): User[] => [
  ...Object.values(flow.componentsById)
    .filter((component) => component.id !== id && refersTo(component, id))
    .map((component) => ({
      key: component.id,
      title: component.title,
      pageId: flow.pageIdByComponentId[component.id] ?? '',
      select: { componentId: component.id },
    })),
  ...Object.values(flow.pagesById).flatMap((page) =>
    page.next
      .filter(({ when }) => when?.comparisons.some(({ field }) => field === id))
      .map((transition) => ({
        key: transition.id,
        title: `a way from ${page.title}`,
        pageId: page.id,
        select: { transitionId: transition.id },
      })),
  ),
]

/** What uses the answer of a component: a press goes there. Nothing where nothing does. */
export const UsedBy = ({ id }: { id: string }) => {
  const builder = useBuilder()
  // All components are looked through: a keystroke in the settings does not wait for that.
  const flow = useDeferredValue(useFlow((state) => state))
  const users = useMemo(() => listUsers(flow, id), [flow, id])
  if (users.length === 0) return null
  return (
    <section aria-label="Used by" className="border-line border-t pt-4">
      <h3 className="mb-1.5 font-medium text-ink text-sm">Used by</h3>
      <ul className="flex flex-wrap gap-1.5">
        {users.map(({ key, title, pageId, select }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                if ('componentId' in select) selectComponent(builder, select.componentId)
                else selectTransition(builder, pageId, select.transitionId)
                builder.canvas?.reveal(pageId)
              }}
              className="max-w-64 truncate rounded-full bg-subtle px-2.5 py-0.5 text-ink text-xs hover:bg-accent-soft hover:text-accent-ink"
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
