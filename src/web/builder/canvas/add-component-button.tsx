import { Plus } from 'lucide-react'
import { getPage } from '#domain/flow/flow-state.ts'
import { pageSize } from '#domain/flow/page-extent.ts'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { openQuickAdd } from '../quick-add/open-quick-add.ts'

/** Adds a component at the end of a page. */
export const AddComponentButton = ({
  pageId,
  pageTitle,
}: {
  pageId: string
  pageTitle: string
}) => {
  const builder = useBuilder()
  return (
    <div style={{ height: pageSize.footer }} className="px-2 pt-1.5">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`Add a component to ${pageTitle}`}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect()
          const index = getPage(flowOf(builder), pageId).componentOrder.length
          openQuickAdd(builder, { pageId, index }, { x: left, y: bottom })
        }}
        className="flex h-8 w-full items-center justify-center gap-1.5 rounded-lg border border-control/50 border-dashed font-medium text-muted text-xs hover:border-accent hover:text-accent-ink"
      >
        <Plus aria-hidden="true" className="size-3.5" />
        Add
      </button>
    </div>
  )
}
