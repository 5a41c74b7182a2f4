import { Search } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import { Input } from '#web/ui/input.tsx'
import { addPreset } from '../actions/edit-commands.ts'
import { useBuilder } from '../builder-context.tsx'
import { followDrag } from '../canvas/drag-gesture.ts'
import { ComponentCount } from './component-count.tsx'
import { findPaletteGroups, type PaletteItem } from './palette-items.ts'

/**
 * Whether a click adds: the second one of a mouse, so that none happens by the way; each tap of a
 * finger; and a press of Enter or Space, which arrives as a click without a pointer.
 */
const isMeant = ({ detail, nativeEvent }: MouseEvent): boolean =>
  detail === 0 ||
  detail === 2 ||
  (nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch')

const PaletteButton = ({ item }: { item: PaletteItem }) => {
  const builder = useBuilder()
  const { typeName, preset } = item
  const Icon = getComponentView(typeName).presetIcon(preset)
  const add = () => addPreset(builder, typeName, preset)
  return (
    <li>
      <button
        type="button"
        title={`${preset.description}. Drag it onto a page, or double click.`}
        onPointerDown={(event) =>
          followDrag(builder, event, { kind: 'preset', ...item }, preset.label)
        }
        onClick={(event) => isMeant(event) && add()}
        className="flex h-9 w-full cursor-grab select-none items-center gap-2 rounded-lg px-2 text-left text-ink text-sm hover:bg-subtle"
      >
        <span
          data-grip=""
          className="grid size-6 shrink-0 touch-none place-items-center rounded-md bg-subtle text-muted"
        >
          <Icon aria-hidden="true" className="size-3.5" />
        </span>
        <span className="truncate">{preset.label}</span>
      </button>
    </li>
  )
}

/** All components that there are, to be dragged onto a page. */
export const Palette = () => {
  const builder = useBuilder()
  const [search, setSearch] = useState('')
  const groups = findPaletteGroups(search)
  const addFirst = () => {
    const first = groups[0]?.items[0]
    if (first) addPreset(builder, first.typeName, first.preset)
  }
  return (
    <section aria-label="Components" data-palette="" className="flex min-h-0 flex-col">
      <div className="px-3 pt-3 pb-2">
        <div className="mb-2 flex items-baseline justify-between gap-2">
          <h2 className="font-semibold text-ink text-sm">Components</h2>
          <ComponentCount />
        </div>
        <div className="relative">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint"
          />
          <Input
            type="search"
            aria-label="Search components"
            placeholder="Search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={({ key }) => key === 'Enter' && search.trim() !== '' && addFirst()}
            className="pl-8!"
          />
        </div>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-1.5 pb-2">
        {groups.map(({ label, items }) => (
          <div key={label}>
            <h3 className="px-2 pt-2 pb-0.5 text-muted text-xs">{label}</h3>
            {/* Isolated: the browser keeps how it painted them while something else changes. */}
            <ul aria-label={label} className="isolate">
              {items.map((item) => (
                <PaletteButton key={item.preset.name} item={item} />
              ))}
            </ul>
          </div>
        ))}
        {groups.length === 0 && (
          <p className="px-2 py-6 text-center text-muted text-sm">No component fits “{search}”.</p>
        )}
      </div>
    </section>
  )
}
