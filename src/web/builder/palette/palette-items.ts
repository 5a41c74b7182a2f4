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

const matches = ({ label, description, synonyms }: Preset, words: readonly string[]): boolean => {
  const text = [label, description, ...synonyms].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** What the palette offers for a search, by Component Type; every word must be found. */
export const findPaletteGroups = (search: string): PaletteGroup[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return componentTypeNames
    .map((typeName) => {
      const { label, presets } = getComponentType(typeName)
      const items = presets
        .filter((preset) => matches(preset, words))
        .map((preset) => ({ typeName, preset }))
      return { label, items }
    })
    .filter(({ items }) => items.length > 0)
}
