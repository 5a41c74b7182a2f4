import type { FlowState } from '#domain/flow/flow-state.ts'
import { type Place, toOtpPlace } from '../actions/edit-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import {
  findPaletteGroups,
  matchesPreset,
  type PaletteItem,
  sortByFit,
} from '../palette/palette-items.ts'
import { labelOtp, suggestOtps } from './suggest-otps.ts'

/** A component that can be added, with where. */
export interface QuickAddItem extends PaletteItem {
  place: Place
}

/** Components under one heading. */
export interface QuickAddGroup {
  label: string
  items: QuickAddItem[]
}

/** Puts an item where it was asked for, or as near as it can stand. */
const placeItem = (flow: FlowState, place: Place, item: PaletteItem): QuickAddItem => {
  const otpPlace = item.typeName === 'otp' ? toOtpPlace(flow, place) : undefined
  if (otpPlace === undefined) return { place, ...item }
  const label = labelOtp(flow, item.preset.label, place, otpPlace)
  return { ...item, preset: { ...item.preset, label }, place: otpPlace }
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
  const flow = flowOf(builder)
  const suggested = suggestOtps(flow, place).filter(({ preset }) => matchesPreset(preset, search))
  const groups = findPaletteGroups(search)
  const everything = groups.flatMap(({ items }) => items)
  const recent = builder.recent
    .list()
    .flatMap((name) => everything.find(({ preset }) => preset.name === name) ?? [])
  const others = groups.map(({ label, items }) => ({
    label,
    items: items.filter((item) => !recent.includes(item)),
  }))
  const listed = [{ label: 'Recent', items: recent }, ...others].map(({ label, items }) => ({
    label,
    items: items.map((item) => placeItem(flow, place, item)),
  }))
  const all = [{ label: 'Suggested', items: suggested }, ...listed]
  return sortByFit(
    all.filter(({ items }) => items.length > 0),
    search,
  )
}
