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

/** What the palette offers for a search, by Component Type. */
export const findPaletteGroups = (search: string): PaletteGroup[] =>
  componentTypeNames
    .map((typeName) => {
      const { label, presets } = getComponentType(typeName)
      const items = presets
        .filter((preset) => matchesPreset(preset, search))
        .map((preset) => ({ typeName, preset }))
      return { label, items }
    })
    .filter(({ items }) => items.length > 0)
