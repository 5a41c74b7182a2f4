import { channelLabels } from './channel.ts'
import { maskBlock } from './number-block.ts'
import { numberTypeLabels } from './number-types.ts'
import type { OtpPolicy } from './otp-policy.ts'

/** A setting that changed, in words. */
export interface PolicyChange {
  setting: string
  before: string
  after: string
}

type Scalar = string | number | null

const counted = (unit: string) => (value: Scalar) => `${value} ${value === 1 ? unit : `${unit}s`}`
const seconds = (value: Scalar) => `${value} s`
const plain = (value: Scalar) => String(value)

const noteAlert = ({ conversionAlert: rule }: OtpPolicy): string =>
  rule === null
    ? 'off'
    : `under ${rule.minimumPercent} % of at least ${rule.minimumSends} codes in ${rule.windowHours} h`

/** What has one value, and how it reads. */
const values: readonly (readonly [string, (policy: OtpPolicy) => string])[] = [
  ['Validity', ({ validityMinutes }) => counted('minute')(validityMinutes)],
  ['Tries', ({ maximumAttempts }) => plain(maximumAttempts)],
  ['First resend after', ({ resendWaits }) => seconds(resendWaits.first)],
  ['Second resend after', ({ resendWaits }) => seconds(resendWaits.second)],
  ['Later resends after', ({ resendWaits }) => seconds(resendWaits.later)],
  ['Sends per recipient and task', (policy) => plain(policy.sendsPerRecipientAndTask)],
  ['Sends per hour, recipient', ({ sendsPerHour }) => plain(sendsPerHour.recipient)],
  ['Sends per hour, prefix', ({ sendsPerHour }) => plain(sendsPerHour.prefix)],
  ['Sends per hour, worker', ({ sendsPerHour }) => plain(sendsPerHour.worker)],
  ['Sends per hour, organisation', ({ sendsPerHour }) => plain(sendsPerHour.organisation)],
  [
    'Daily spend cap',
    ({ dailySpendCap }) => (dailySpendCap === null ? 'none' : counted('credit')(dailySpendCap)),
  ],
  ['Conversion alert', noteAlert],
  ['SMS autofill domain', ({ smsAutofillDomain }) => smsAutofillDomain || 'none'],
]

/** What is a list, and how its items read. */
const lists: readonly (readonly [string, (policy: OtpPolicy) => readonly string[]])[] = [
  ['Channels', ({ allowedChannels }) => allowedChannels.map((one) => channelLabels[one])],
  ['Countries', ({ allowedCountries }) => allowedCountries],
  ['Blocked prefixes', ({ blockedPrefixes }) => blockedPrefixes.map(maskBlock)],
  [
    'Refused by SMS',
    ({ refusedNumberTypes }) => refusedNumberTypes.sms.map((one) => numberTypeLabels[one]),
  ],
  [
    'Refused by WhatsApp',
    ({ refusedNumberTypes }) => refusedNumberTypes.whatsapp.map((one) => numberTypeLabels[one]),
  ],
]

const describeListChange = (before: readonly string[], after: readonly string[]): string => {
  const added = after.filter((item) => !before.includes(item))
  const removed = before.filter((item) => !after.includes(item))
  const parts = [
    ...(added.length > 0 ? [`added ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`removed ${removed.join(', ')}`] : []),
  ]
  return parts.length === 0 ? '' : `${after.length}: ${parts.join('; ')}`
}

/** What differs between two policies, in words for people; a list says what came and what went. */
export const describePolicyChange = (before: OtpPolicy, after: OtpPolicy): PolicyChange[] => [
  ...values.flatMap(([setting, read]) => {
    const change = { setting, before: read(before), after: read(after) }
    return change.before === change.after ? [] : [change]
  }),
  ...lists.flatMap(([setting, read]) => {
    const [old, now] = [read(before), read(after)]
    const difference = describeListChange(old, now)
    return difference === '' ? [] : [{ setting, before: String(old.length), after: difference }]
  }),
]
