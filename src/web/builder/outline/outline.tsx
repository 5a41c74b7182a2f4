import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { addPage } from '../actions/page-commands.ts'
import { useBuilder } from '../builder-context.tsx'
import { exampleFilters } from './outline-query.ts'
import { PageItem } from './outline-row.tsx'
import { findShownBlocks, listRowIds, type OutlineBlock } from './outline-rows.ts'
import { useOutlineBlocks } from './use-outline-blocks.ts'
import { useTreeFocus } from './use-tree-focus.ts'
import { useTreeKeys } from './use-tree-keys.ts'

/** Rows that are drawn beyond what is seen, in pixels, so that scrolling shows no holes. */
const margin = 160
/** Scrolling less than this, in pixels, draws nothing anew. */
const step = 128

const holdsRow = ({ pageId, componentIds }: OutlineBlock, id: string | undefined) =>
  id !== undefined && (pageId === id || componentIds.includes(id))

/** What is taken to be in sight before it is known: about what is, so that it is drawn once. */
const atFirst = { top: -margin, height: 720 }

/** What of a list is in sight, in steps. */
const useScrolledView = () => {
  const area = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(atFirst)
  const look = () => {
    if (area.current === null) return
    const { scrollTop, clientHeight } = area.current
    const top = Math.floor(scrollTop / step) * step - margin
    const height = clientHeight + 2 * margin + step
    setView((known) => (known.top === top && known.height === height ? known : { top, height }))
  }
  useEffect(() => {
    if (area.current === null) return
    const observer = new ResizeObserver(look)
    observer.observe(area.current)
    return () => observer.disconnect()
  })
  return { area, view, look }
}

/** The pages and their components as a tree: an editor of its own, by mouse and by keyboard. */
export const Outline = () => {
  const builder = useBuilder()
  const [search, setSearch] = useState('')
  const { blocks, fold, selection } = useOutlineBlocks(search)
  const { area, view, look } = useScrolledView()
  const { focusedId, focusRow, onFocus, onBlur } = useTreeFocus(area, listRowIds(blocks), selection)
  const onKeyDown = useTreeKeys({ blocks, focusedId, focusRow, fold })
  const last = blocks.at(-1)
  return (
    <section aria-label="Pages" className="flex min-h-0 flex-col">
      <div className="flex items-center justify-between px-3 pt-2 pb-1">
        <h2 className="font-semibold text-ink text-sm">Pages</h2>
        <IconButton
          icon={Plus}
          label="Add page"
          size="small"
          tooltipSide="left"
          onClick={() => addPage(builder)}
        />
      </div>
      <div className="px-3 pb-1.5">
        <Input
          type="search"
          aria-label="Search pages and components"
          placeholder="Search, or is:invalid"
          list="outline-filters"
          autoComplete="off"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <datalist id="outline-filters">
          {exampleFilters.map((filter) => (
            <option key={filter} value={filter} />
          ))}
        </datalist>
      </div>
      <div
        ref={area}
        data-outline=""
        onScroll={look}
        className="relative min-h-0 grow overflow-y-auto"
      >
        <div
          role="tree"
          aria-label="Pages"
          aria-multiselectable="true"
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={onBlur}
          className="select-none relative"
          style={{ height: last ? last.top + last.height + 12 : 0 }}
        >
          {findShownBlocks(blocks, view, focusedId).map((block) => (
            <PageItem
              key={block.pageId}
              block={block}
              count={blocks.length}
              focusedId={holdsRow(block, focusedId) ? focusedId : undefined}
              onFold={fold}
            />
          ))}
        </div>
        {last === undefined && (
          <p role="status" className="px-3 py-4 text-center text-muted text-sm">
            Nothing fits.
          </p>
        )}
      </div>
    </section>
  )
}
