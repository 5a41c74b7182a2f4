import { ChevronLeft, ChevronRight } from 'lucide-react'
import { getComponentType } from '#domain/components/component-registry.ts'
import { type FlowState, listComponents } from '#domain/flow/flow-state.ts'
import { IconButton } from '#web/ui/icon-button.tsx'

interface PhonePageProps {
  flow: FlowState
  pageId: string
  onPage: (pageId: string) => void
}

/** One page of a flow as a phone shows it, in outline: what is asked, in order. */
export const PhonePage = ({ flow, pageId, onPage }: PhonePageProps) => {
  const index = flow.pageOrder.indexOf(pageId)
  const page = flow.pagesById[pageId]
  if (page === undefined) return null
  const step = (by: number) => {
    const target = flow.pageOrder[index + by]
    if (target !== undefined) onPage(target)
  }
  return (
    <section
      aria-label={`Page ${page.title} on a phone`}
      className="mx-auto flex h-full max-h-120 w-60 shrink-0 flex-col overflow-hidden rounded-3xl bg-surface shadow-card ring-4 ring-line"
    >
      <header className="border-line border-b px-4 pt-4 pb-2">
        <p className="text-muted text-xs">
          {page.kind === 'initial'
            ? 'Initial Page'
            : `Step ${index} of ${flow.pageOrder.length - 1}`}
        </p>
        <h4 className="truncate font-semibold text-base text-ink">{page.title}</h4>
      </header>
      <ul
        aria-label={`What ${page.title} asks`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
        tabIndex={0}
        className="flex min-h-0 grow flex-col gap-3 overflow-y-auto px-4 py-3"
      >
        {listComponents(flow, page).map((component) => (
          <li key={component.id} className={component.visible ? undefined : 'opacity-60'}>
            <p className="truncate font-medium text-ink text-xs">
              {component.title}
              {component.required && <span className="text-danger-ink"> *</span>}
            </p>
            <p className="mt-1 flex h-8 items-center truncate rounded-md bg-subtle px-2.5 text-muted text-xs">
              {getComponentType(component.type).describe(component)}
            </p>
          </li>
        ))}
        {page.componentOrder.length === 0 && <li className="text-muted text-xs">Nothing yet</li>}
      </ul>
      <footer className="flex items-center justify-between border-line border-t px-2 py-1">
        <IconButton
          icon={ChevronLeft}
          label="Previous page"
          disabled={index === 0}
          onClick={() => step(-1)}
        />
        <span className="text-muted text-xs tabular-nums">
          {index + 1} / {flow.pageOrder.length}
        </span>
        <IconButton
          icon={ChevronRight}
          label="Next page"
          disabled={index === flow.pageOrder.length - 1}
          onClick={() => step(1)}
        />
      </footer>
    </section>
  )
}
