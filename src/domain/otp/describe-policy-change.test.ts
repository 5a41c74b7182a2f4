import { expect, it } from 'vitest'
import { describePolicyChange } from './describe-policy-change.ts'
import { resolvePolicy } from './otp-policy.ts'

const policy = resolvePolicy({ allowedCountries: ['ID', 'SG'] }, 'ID')

it('says old and new of each setting that changed, and of no other', () => {
  const after = resolvePolicy(
    {
      ...policy,
      validityMinutes: 1,
      dailySpendCap: 500,
      sendsPerHour: { ...policy.sendsPerHour, worker: 9 },
    },
    'ID',
  )
  expect(describePolicyChange(policy, after)).toEqual([
    { setting: 'Validity', before: '5 minutes', after: '1 minute' },
    { setting: 'Sends per hour, worker', before: '120', after: '9' },
    { setting: 'Daily spend cap', before: 'none', after: '500 credits' },
  ])
})

it('says of a list what came and what went, and of prefixes no whole number', () => {
  const after = { ...policy, allowedCountries: ['MY', 'ID'], blockedPrefixes: ['+62812345'] }
  expect(describePolicyChange(policy, after)).toEqual([
    { setting: 'Countries', before: '2', after: '2: added MY; removed SG' },
    { setting: 'Blocked prefixes', before: '0', after: '1: added +62812345••••' },
  ])
})

it('takes another order for no change', () => {
  const after = { ...policy, allowedCountries: ['SG', 'ID'] }
  expect(describePolicyChange(policy, after)).toEqual([])
})

it('misses no setting: each that differs is told', () => {
  const other = resolvePolicy(
    {
      allowedCountries: ['US'],
      blockedPrefixes: ['+1201555'],
      allowedChannels: ['sms'],
      refusedNumberTypes: { sms: ['PREMIUM_RATE', 'SHARED_COST'], whatsapp: ['VOIP'] },
      validityMinutes: 2,
      maximumAttempts: 3,
      resendWaits: { first: 31, second: 61, later: 121 },
      sendsPerRecipientAndTask: 2,
      sendsPerHour: { organisation: 1, worker: 1, prefix: 1, recipient: 1 },
      dailySpendCap: 1,
      conversionAlert: null,
      smsAutofillDomain: 'example.com',
    },
    'ID',
  )
  for (const key of Object.keys(policy)) {
    const after = { ...policy, [key]: other[key as keyof typeof other] }
    expect(describePolicyChange(policy, after), key).not.toEqual([])
  }
  expect(describePolicyChange(policy, other)).toHaveLength(18)
})
