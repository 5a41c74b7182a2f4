import { getComponentType } from '#domain/components/component-registry.ts'
import { canReceive } from '#domain/components/otp/otp-recipient.ts'
import { createComponent } from '#domain/flow/compose-operations.ts'
import { findFieldsInSight } from '#domain/flow/fields-in-sight.ts'
import { type FlowState, getPage } from '#domain/flow/flow-state.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { type Place, toOtpPlace, withComponent } from '../actions/edit-commands.ts'
import type { PaletteItem } from '../palette/palette-items.ts'

/** How many OTPs are suggested at most, to the fields that were asked last. */
const most = 2

/** Something that fits here, ready to be added, with where it goes. */
export interface Suggestion extends PaletteItem {
  place: Place
}

/** What an OTP is called in the list: with the page it goes to, when that is another one. */
export const labelOtp = (flow: FlowState, label: string, asked: Place, place: Place): string =>
  place.pageId === asked.pageId ? label : `${label} · on ${getPage(flow, place.pageId).title}`

/** OTPs bound to the Phone Number and Email fields before a place that no OTP goes to yet. */
export const suggestOtps = (flow: FlowState, place: Place): Suggestion[] => {
  const otpPlace = toOtpPlace(flow, place)
  if (otpPlace === undefined) return []
  const [preset] = getComponentType('otp').presets
  const otp = createComponent(flow, 'otp', preset)
  const verified = new Set(
    Object.values(flow.componentsById).flatMap((component) =>
      component.type === 'otp' && component.recipientField ? component.recipientField : [],
    ),
  )
  const channelOf = (kind: 'email' | 'phoneNumber'): Channel =>
    kind === 'email' ? 'email' : 'whatsapp'
  return findFieldsInSight(withComponent(flow, otp, otpPlace), otp.id)
    .flatMap((field): Suggestion[] => {
      if (field.recipientKind === null || verified.has(field.id)) return []
      const channel = channelOf(field.recipientKind)
      if (!canReceive(field, channel)) return []
      const settings = { ...preset.settings, channel, recipientField: field.id }
      const label = labelOtp(flow, `OTP to ${field.title}`, place, otpPlace)
      return [{ typeName: 'otp', preset: { ...preset, label, settings }, place: otpPlace }]
    })
    .slice(-most)
    .toReversed()
}
