import { ArrowRight, Flag } from 'lucide-react'
import { useState } from 'react'
import { finishTarget } from '#domain/flow/finish-target.ts'
import { listPages } from '#domain/flow/flow-state.ts'
import { listWays } from '#domain/flow/ways.ts'
import { CommandGroup, CommandItem, CommandList } from '#web/ui/command-list.tsx'
import { FloatingPanel } from '#web/ui/floating-panel.tsx'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { connectPages } from '../canvas/way-commands.ts'
import type { OverlayOf } from '../state/session-store.ts'

interface ConnectPageProps {
  overlay: OverlayOf<'connect'>
  typed: string
  onClose: () => void
}

const width = 272

/** How many pages are listed at once: more are found by their titles. */
const most = 50

const findPoint = (pageId: string) => {
  const canvas = document.querySelector('[data-canvas]')
  const area = canvas?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)
  const node = canvas?.querySelector(`[data-drop-page="${pageId}"]`)?.getBoundingClientRect()
  const { x, y } = node ? { x: node.right, y: node.top } : { x: area.right / 2, y: 120 }
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
  return { x: within(x, area.left, area.right - width), y: within(y, area.top, area.bottom - 240) }
}

/** Chooses the page that another one is to lead to. */
export const ConnectPage = ({ overlay: { pageId }, typed, onClose }: ConnectPageProps) => {
  const builder = useBuilder()
  const [search, setSearch] = useState(typed)
  const flow = flowOf(builder)
  const label = `Connect ${flow.pagesById[pageId]?.title ?? 'the page'} to`
  const targets = [
    ...listPages(flow)
      .filter(({ id, kind }) => id !== pageId && kind === 'mobile')
      .map(({ id, title }) => ({ id, title, icon: ArrowRight })),
    { id: finishTarget, title: 'Finish Task', icon: Flag },
  ]
  const taken = new Set(listWays(flow, pageId).map(({ to }) => to))
  const found = targets
    .filter(({ title }) => title.toLowerCase().includes(search.toLowerCase()))
    .toSorted((one, other) => Number(taken.has(one.id)) - Number(taken.has(other.id)))
  return (
    <FloatingPanel label={label} at={findPoint(pageId)} width={width} onClose={onClose}>
      <CommandList
        label={label}
        placeholder="Search pages"
        search={search}
        onSearch={setSearch}
        empty="No page has that title."
      >
        <CommandGroup label={label}>
          {found.slice(0, most).map(({ id, title, icon: Icon }) => (
            <CommandItem
              key={id}
              value={id}
              onSelect={() => {
                onClose()
                connectPages(builder, pageId, id)
                builder.canvas?.reveal(id)
              }}
            >
              <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 grow truncate">{title}</span>
              {taken.has(id) && <span className="shrink-0 text-muted text-xs">Connected</span>}
            </CommandItem>
          ))}
        </CommandGroup>
      </CommandList>
    </FloatingPanel>
  )
}
