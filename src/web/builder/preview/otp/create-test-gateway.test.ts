import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { minute, second } from '#domain/shared/clock.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { aPreview, type PreviewDriver } from '#testing/a-preview.ts'
import { ApiError } from '#web/shared/api-error.ts'
import { outcomes, playOutcome } from './play-outcome.ts'
import { findNewest, sumCost } from './test-challenge.ts'

const network = vi.fn()

beforeEach(() => {
  network.mockReset()
  vi.stubGlobal('fetch', network)
})
afterEach(() => {
  expect(network).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})

const rates = {
  email: '0.050000',
  items: [
    { country: 'ID', whatsapp: '2.000000', sms: '3.500000', allowed: true },
    { country: 'SG', whatsapp: '1.000000', sms: null, allowed: false },
  ],
}

/** A preview that stands on the OTP step, with the step's buttons as the phone connects them. */
const atOtp = async (otp: Partial<OtpComponent> = {}, phone = '+6281234567890') => {
  const driver = await aPreview(anOtpFlow(otp))
  const { preview } = driver
  preview.store.setState({ rates })
  driver.answer({ phone })
  preview.gateway.connect?.('otp', {
    send: (useBackup) => preview.gateway.send('otp', useBackup),
    verify: async (code) => {
      const { verifiedAt } = await preview.gateway.verify('otp', code)
      const { id, channel, maskedRecipient } = newest(driver)
      preview.change('otp', { verifiedAt, channel, maskedRecipient, challengeId: id })
    },
  })
  return driver
}

const newest = ({ preview }: PreviewDriver) => {
  const found = findNewest(preview.store.getState().run.challenges, 'otp')
  if (found === undefined) throw new Error('no code was sent')
  return found
}

const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof ApiError ? error.code : error
}

const play = (driver: PreviewDriver, outcome: Parameters<typeof playOutcome>[2]) => {
  const otp = driver.preview.scene().flow.componentsById.otp
  if (otp?.type !== 'otp') throw new Error('no OTP')
  return playOutcome(driver.preview, otp, outcome)
}

test('opening the step sends nothing; Send Code makes a code that can be verified once', async () => {
  const driver = await atOtp()
  const { gateway } = driver.preview
  expect(await gateway.findLatest('otp')).toBeNull()
  expect(await codeOf(gateway.verify('otp', '000000'))).toBe('otp-not-sent')
  const sent = await gateway.send('otp', false)
  expect(sent).toMatchObject({ status: 'sent', maskedRecipient: '+62 812-•••-•890' })
  expect(JSON.stringify(sent)).not.toContain(newest(driver).code)
  await gateway.verify('otp', newest(driver).code)
  expect(newest(driver).state).toBe('verified')
  expect(await codeOf(gateway.verify('otp', newest(driver).code))).toBe('otp-already-verified')
})

test('tries are counted, and a new code gives no new ones', async () => {
  const driver = await atOtp()
  const { gateway } = driver.preview
  await gateway.send('otp', false)
  for (const left of [4, 3, 2]) {
    await expect(gateway.verify('otp', 'wrong')).rejects.toMatchObject({
      code: 'otp-wrong-code',
      problem: { attemptsLeft: left },
    })
  }
  driver.preview.skip(30 * second, '30 s later')
  expect((await gateway.send('otp', false)).attemptsLeft).toBe(2)
})

test('a resend waits 30 s, then 60 s; skipped time counts, and the phone is told real times', async () => {
  const driver = await atOtp()
  const { gateway } = driver.preview
  const first = await gateway.send('otp', false)
  expect(Date.parse(first.resendAt) - driver.clock.now()).toBe(30 * second)
  expect(await codeOf(gateway.send('otp', false))).toBe('otp-too-many-sends')
  driver.preview.skip(30 * second, '30 s later')
  const next = await gateway.send('otp', false)
  expect(Date.parse(next.resendAt) - driver.clock.now()).toBe(60 * second)
  const [before] = driver.preview.store.getState().run.challenges
  expect(before?.state).toBe('superseded')
})

test('a code expires after 5 minutes, also when time is skipped', async () => {
  const driver = await atOtp()
  const { gateway } = driver.preview
  await gateway.send('otp', false)
  driver.preview.skip(5 * minute, '5 min later')
  expect((await gateway.findLatest('otp'))?.status).toBe('expired')
  expect(await codeOf(gateway.verify('otp', newest(driver).code))).toBe('otp-expired')
  expect(driver.trace().at(-1)).toBe('OTP: the code has expired')
})

test.each([
  ['right-code', 'verified', 'OTP: verified, +62 812-•••-•890'],
  ['delivered', 'delivered', 'OTP: delivered'],
  ['wrong-code', 'sent', 'OTP: wrong code, 4 left'],
  ['expired', 'expired', 'OTP: the code has expired'],
  ['too-many-tries', 'exhausted', 'OTP: wrong code, no tries left'],
  [
    'undeliverable',
    'failed',
    'OTP: This number is not on WhatsApp. Try another channel. Not charged.',
  ],
  [
    'provider-down',
    'failed',
    'OTP: The provider could not be reached in time. Send a new code. Not charged.',
  ],
] as const)('"%s" is one call from nothing: the code is %s', async (outcome, state, words) => {
  const driver = await atOtp()
  await play(driver, outcome)
  expect(newest(driver).state).toBe(state)
  expect(driver.trace().at(-1)).toBe(words)
})

test.each([
  ['no-credit', /not enough OTP credit/],
  ['too-many-sends', /Too many codes were sent. Try again in 10 minutes/],
  ['country-not-allowed', /does not send codes to this country/],
  ['invalid-recipient', /cannot reach this number/],
] as const)('"%s" is one call: the send is refused and nothing is kept', async (outcome, words) => {
  const driver = await atOtp()
  await play(driver, outcome)
  expect(driver.preview.store.getState().run.challenges).toEqual([])
  expect(driver.trace().at(-1)).toMatch(words)
  // It stands in the way of one send only.
  await driver.preview.gateway.send('otp', false)
  expect(newest(driver).state).toBe('sent')
})

test('every outcome can follow on every other', async () => {
  for (const before of outcomes) {
    for (const after of outcomes) {
      const driver = await atOtp({ backupChannel: 'sms' })
      await play(driver, before)
      await play(driver, after)
      const { state } = findNewest(driver.preview.store.getState().run.challenges, 'otp') ?? {}
      const expected = {
        'right-code': 'verified',
        delivered: 'delivered',
        expired: 'expired',
        'too-many-tries': 'exhausted',
        undeliverable: 'failed',
        'provider-down': 'failed',
      }[after as string]
      if (expected !== undefined) expect([before, after, state]).toEqual([before, after, expected])
    }
  }
}, 60_000)

test('the backup channel is another send, with its own price', async () => {
  const driver = await atOtp({ backupChannel: 'sms' })
  await play(driver, 'undeliverable')
  const sent = await driver.preview.gateway.send('otp', true)
  expect(sent.channel).toBe('sms')
  expect(sumCost(driver.preview.store.getState().run.challenges)).toEqual({
    credits: '3.500000',
    isComplete: true,
  })
})

test('rates and countries decide as they do for a real send', async () => {
  const toSingapore = await atOtp({}, '+6581234567')
  expect(await codeOf(toSingapore.preview.gateway.send('otp', false))).toBe(
    'otp-country-not-allowed',
  )
  const bySms = await atOtp({ channel: 'sms' }, '+6581234567')
  expect(await codeOf(bySms.preview.gateway.send('otp', false))).toBe('otp-no-rate')
})

test("the organisation's policy holds as it does for a real send", async () => {
  const policy = resolvePolicy(
    {
      validityMinutes: 2,
      resendWaits: { first: 45, second: 60, later: 120 },
      blockedPrefixes: ['+628999'],
      refusedNumberTypes: { sms: ['PREMIUM_RATE', 'SHARED_COST'], whatsapp: ['FIXED_LINE'] },
    },
    'ID',
  )
  const underPolicy = async (phone?: string) => {
    const driver = await atOtp({}, phone)
    driver.preview.store.setState({ policy })
    return driver
  }
  const driver = await underPolicy()
  await driver.preview.gateway.send('otp', false)
  const { createdAt, expiresAt, resendAt } = newest(driver)
  expect([expiresAt - createdAt, resendAt - createdAt]).toEqual([2 * minute, 45 * second])
  const blocked = await underPolicy('+6289991234567')
  expect(await codeOf(blocked.preview.gateway.send('otp', false))).toBe('otp-number-blocked')
  const fixedLine = await underPolicy('+622150001234')
  expect(await codeOf(fixedLine.preview.gateway.send('otp', false))).toBe('otp-invalid-recipient')
})

test('another recipient makes a code and a proof worthless', async () => {
  const driver = await atOtp()
  await play(driver, 'delivered')
  driver.preview.change('phone', '+6281234567891')
  expect(newest(driver).state).toBe('superseded')
  await play(driver, 'right-code')
  driver.preview.change('phone', '+6281234567892')
  expect(driver.preview.store.getState().run.answers.otp).toBeUndefined()
  driver.preview.next()
  expect(driver.trace().at(-1)).toMatch(/^receiver is not left: Verify/)
})

test('what the organisation set about codes holds in the preview, too', async () => {
  const driver = await atOtp()
  const policy = resolvePolicy({ validityMinutes: 2, maximumAttempts: 3 }, 'ID')
  driver.preview.store.setState({ policy })
  const sent = await driver.preview.gateway.send('otp', false)
  expect(sent.attemptsLeft).toBe(3)
  expect(Date.parse(sent.expiresAt) - driver.clock.now()).toBe(2 * minute)
})
