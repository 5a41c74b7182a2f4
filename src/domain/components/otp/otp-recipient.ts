import {
  type Channel,
  channelLabels,
  recipientKindLabels,
  recipientKindOf,
} from '#domain/otp/channel.ts'
import type { FieldInSight } from '../component-problem.ts'

/** Why a field can not be, or had better not be, the recipient. */
export interface RecipientObjection {
  code:
    | 'otp-recipient-unfit'
    | 'otp-recipient-later-page'
    | 'otp-recipient-below'
    | 'otp-recipient-skippable'
    | 'otp-recipient-hidden-by-action'
    | 'otp-recipient-hidden'
    | 'otp-recipient-optional'
  severity: 'error' | 'warning'
  /** Short, for the list of fields. */
  reason: string
  /** A sentence that says what to do. */
  message: string
}

const objection = (
  code: RecipientObjection['code'],
  severity: RecipientObjection['severity'],
  reason: string,
  message: string,
): RecipientObjection => ({ code, severity, reason, message })

/** The path that shows what is wrong, by the titles of its pages. */
const nameWay = ({ way }: FieldInSight): string =>
  way === null ? 'A path' : `The path ${way.map(({ title }) => title).join(' → ')}`

/**
 * The one objection that weighs most against sending codes over a channel to a field, or nothing
 * when it fits: it is of the right type, asked before on every path, visible and required.
 */
export const findRecipientObjection = (
  field: FieldInSight,
  channel: Channel,
): RecipientObjection | undefined => {
  const needed = recipientKindLabels[recipientKindOf(channel)]
  const name = `"${field.title}"`
  if (field.recipientKind !== recipientKindOf(channel)) {
    return objection(
      'otp-recipient-unfit',
      'error',
      `is ${field.describe}, not ${needed}`,
      `${channelLabels[channel]} needs a ${needed} field, but ${name} is ${field.describe}. Choose another Recipient Field.`,
    )
  }
  if (field.place === 'later-page') {
    return objection(
      'otp-recipient-later-page',
      'error',
      `comes later, on ${field.pageTitle}`,
      `${name} is asked on a later page. Move it before the OTP or choose another Recipient Field.`,
    )
  }
  if (field.place === 'below') {
    return objection(
      'otp-recipient-below',
      'error',
      'is below on this page',
      `${name} is below the OTP on the same page. Move it up or choose another Recipient Field.`,
    )
  }
  if (field.place === 'skippable') {
    return objection(
      'otp-recipient-skippable',
      'error',
      `can be skipped, on ${field.pageTitle}`,
      `${nameWay(field)} reaches the OTP without ${name}. Ask for it on every path or choose another Recipient Field.`,
    )
  }
  if (field.place === 'hidden') {
    return objection(
      'otp-recipient-hidden-by-action',
      'error',
      'is hidden on a path',
      `${nameWay(field)} reaches the OTP with ${name} hidden. Show it there or choose another Recipient Field.`,
    )
  }
  if (!field.visible) {
    return objection(
      'otp-recipient-hidden',
      'warning',
      'is hidden',
      `${name} is hidden, so it may be empty when the code is sent. Make it visible.`,
    )
  }
  if (!field.required) {
    return objection(
      'otp-recipient-optional',
      'warning',
      'is optional',
      `${name} is optional, so it may be empty when the code is sent. Make it required.`,
    )
  }
  return undefined
}

/** Whether a field may be chosen: warnings do not forbid it. */
export const canReceive = (field: FieldInSight, channel: Channel): boolean =>
  findRecipientObjection(field, channel)?.severity !== 'error'
