import {
  type ComponentTypeName,
  componentTypeNames,
  getComponentType,
} from '#domain/components/component-registry.ts'
import type { Preset } from '#domain/components/component-type.ts'

/** A line of the palette. */
export interface PaletteItem {
  typeName: ComponentTypeName
  preset: Preset
}

/** A Component Type with the ways to start one. */
export interface PaletteGroup {
  label: string
  items: PaletteItem[]
}

/** Whether a preset is found by a search: every word of it in its texts or synonyms. */
export const matchesPreset = (preset: Preset, search: string): boolean => {
  const { label, description, synonyms } = preset
  const text = [label, description, ...synonyms].join(' ').toLowerCase()
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => text.includes(word))
}

/** How well a label fits what is searched: 0 is the very word, 3 is found by other texts only. */
const rateLabel = (label: string, search: string): number => {
  const wanted = search.trim().toLowerCase()
  const at = label.toLowerCase().indexOf(wanted)
  if (at === -1) return 3
  if (at > 0) return 2
  return label.length === wanted.length ? 0 : 1
}

/** What fits a search best comes first; without one all stays as it is. */
export const sortByFit = <Group extends { items: readonly PaletteItem[] }>(
  groups: readonly Group[],
  search: string,
): Group[] => {
  if (search.trim() === '') return [...groups]
  const rate = ({ preset }: PaletteItem) => rateLabel(preset.label, search)
  const best = ({ items }: { items: readonly PaletteItem[] }) => Math.min(...items.map(rate))
  return groups
    .map((group) => ({ ...group, items: group.items.toSorted((a, b) => rate(a) - rate(b)) }))
    .toSorted((a, b) => best(a) - best(b))
}

/** What the palette offers for a search, by Component Type; what fits best comes first. */
export const findPaletteGroups = (search: string): PaletteGroup[] =>
  sortByFit(findByType(search), search)

const findByType = (search: string): PaletteGroup[] =>
  componentTypeNames
    .map((typeName) => {
      const { label, presets } = getComponentType(typeName)
      const items = presets
        .filter((preset) => matchesPreset(preset, search))
        .map((preset) => ({ typeName, preset }))
      return { label, items }
    })
    .filter(({ items }) => items.length > 0)
