import type { Place } from '../actions/edit-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import {
  findPaletteGroups,
  matchesPreset,
  type PaletteItem,
  sortByFit,
} from '../palette/palette-items.ts'
import { suggestOtps } from './suggest-otps.ts'

/** A component that can be added, with where. */
export interface QuickAddItem extends PaletteItem {
  place: Place
}

/** Components under one heading. */
export interface QuickAddGroup {
  label: string
  items: QuickAddItem[]
}

/**
 * What can be added at a place: first what is suggested there, then what was added last, then
 * everything by Component Type. With a search what fits it best comes first. Nothing is listed twice.
 */
export const findQuickAddGroups = (
  builder: Builder,
  place: Place,
  search: string,
): QuickAddGroup[] => {
  const suggested = suggestOtps(flowOf(builder), place).filter(({ preset }) =>
    matchesPreset(preset, search),
  )
  const groups = findPaletteGroups(search)
  const everything = groups.flatMap(({ items }) => items)
  const recent = builder.recent
    .list()
    .flatMap((name) => everything.find(({ preset }) => preset.name === name) ?? [])
  const others = groups.map(({ label, items }) => ({
    label,
    items: items.filter((item) => !recent.includes(item)),
  }))
  const all = [
    { label: 'Suggested', items: suggested },
    { label: 'Recent', items: recent },
    ...others,
  ].filter(({ items }) => items.length > 0)
  return sortByFit(all, search).map(({ label, items }) => ({
    label,
    items: items.map((item) => ({ place, ...item })),
  }))
}
