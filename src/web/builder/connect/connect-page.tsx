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
  onClose: () => void
}

/** How many pages are listed at once: more are found by their titles. */
const most = 50

const findPoint = (pageId: string) => {
  const node = document.querySelector(`[data-canvas] [data-drop-page="${pageId}"]`)
  const { right, top } = node?.getBoundingClientRect() ?? { right: innerWidth / 2, top: 120 }
  return { x: Math.min(right, innerWidth - 300), y: Math.max(top, 60) }
}

/** Chooses the page that another one is to lead to. */
export const ConnectPage = ({ overlay: { pageId }, onClose }: ConnectPageProps) => {
  const builder = useBuilder()
  const [search, setSearch] = useState('')
  const flow = flowOf(builder)
  const label = `Connect ${flow.pagesById[pageId]?.title ?? 'the page'} to`
  const targets = [
    ...listPages(flow)
      .filter(({ id, kind }) => id !== pageId && kind === 'mobile')
      .map(({ id, title }) => ({ id, title, icon: ArrowRight })),
    { id: finishTarget, title: 'Finish Task', icon: Flag },
  ]
  const taken = new Set(listWays(flow, pageId).map(({ to }) => to))
  const found = targets.filter(({ title }) => title.toLowerCase().includes(search.toLowerCase()))
  return (
    <FloatingPanel label={label} at={findPoint(pageId)} width={272} onClose={onClose}>
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
