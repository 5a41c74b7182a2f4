/** The kinds of phone numbers that a policy can refuse, as libphonenumber names them, with their labels. */
export const numberTypeLabels = {
  PREMIUM_RATE: 'Premium rate',
  SHARED_COST: 'Shared cost',
  TOLL_FREE: 'Toll-free',
  PAGER: 'Pager',
  UAN: 'Company-wide number (UAN)',
  VOICEMAIL: 'Voicemail',
  FIXED_LINE: 'Fixed line',
  PERSONAL_NUMBER: 'Personal number',
  VOIP: 'Internet phone (VoIP)',
} as const

export type NumberType = keyof typeof numberTypeLabels

export const numberTypes = Object.keys(numberTypeLabels) as [NumberType, ...NumberType[]]

/** Each kind that is refused, by channel. */
export interface RefusedNumberTypes {
  sms: readonly NumberType[]
  whatsapp: readonly NumberType[]
}

/** Kinds that charge whoever sends to them (toll fraud): no policy lets an SMS go there. */
export const alwaysRefusedBySms = ['PREMIUM_RATE', 'SHARED_COST'] as const

/**
 * What is refused unless an organisation says otherwise: what can not receive an SMS, or costs extra.
 * In countries such as the US, fixed lines and mobiles are not to be told apart: those are sent to.
 */
export const usuallyRefused = {
  sms: [...alwaysRefusedBySms, 'TOLL_FREE', 'PAGER', 'UAN', 'VOICEMAIL', 'FIXED_LINE'],
  whatsapp: [],
} as const satisfies RefusedNumberTypes
