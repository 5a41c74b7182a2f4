import { afterEach, describe, expect, it } from 'vitest'
import { aMessage } from '#testing/providers/a-message.ts'
import {
  type Provider,
  type ProviderReply,
  startProvider,
} from '#testing/providers/start-provider.ts'
import { createTwilioSender } from './twilio-sender.ts'

const accountSid = `AC${'0'.repeat(32)}`
const createdAt = Date.parse('2026-11-23T08:00:00Z')
let provider: Provider | undefined
afterEach(() => provider?.stop())

const start = async (reply: ProviderReply, now = createdAt) => {
  provider = await startProvider(() => reply)
  const account = {
    baseUrl: provider.baseUrl,
    accountSid,
    credentials: { user: accountSid, password: 'token' },
    from: { messagingServiceSid: `MG${'1'.repeat(32)}` },
    callbackUrl: 'https://sandi.example/webhooks/twilio',
  }
  return {
    account,
    requests: provider.requests,
    sender: createTwilioSender(account, { now: () => now }),
  }
}

const accepted: ProviderReply = { status: 201, body: { sid: 'SM1', status: 'accepted' } }

describe('an SMS by Twilio', () => {
  it('says what it says, where reports go to and how long it is of use', async () => {
    const { sender, requests } = await start(accepted)
    expect(await sender.send(aMessage())).toEqual({ outcome: 'accepted', providerMessageId: 'SM1' })
    const [request] = requests
    expect(request?.url.pathname).toBe(`/2010-04-01/Accounts/${accountSid}/Messages.json`)
    expect(request?.headers.authorization).toBe(`Basic ${btoa(`${accountSid}:token`)}`)
    expect(request?.headers['content-type']).toContain('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: '+6281234567890',
      MessagingServiceSid: `MG${'1'.repeat(32)}`,
      Body: '049381 is your Demo & Sons code, valid for 5 minutes. Tell it only to the worker who is with you.',
      StatusCallback: 'https://sandi.example/webhooks/twilio?challenge=challenge-1',
      ValidityPeriod: '290',
      ContentRetention: 'discard',
    })
  })

  it('comes from a number where there is no messaging service', async () => {
    const { account, requests } = await start(accepted)
    const sender = createTwilioSender({ ...account, from: { number: '+15005550006' } }, Date)
    await sender.send(aMessage({ autofillDomain: 'sandi.example' }))
    const form = new URLSearchParams(requests[0]?.body)
    expect(form.get('From')).toBe('+15005550006')
    expect(form.has('MessagingServiceSid')).toBe(false)
    expect(form.get('Body')).toMatch(/\n\n@sandi\.example #049381$/)
  })

  it.each<[ProviderReply, object]>([
    [
      { status: 400, body: { code: 21211 } },
      { outcome: 'refused', failure: 'invalid-number', providerCode: '21211' },
    ],
    [
      { status: 429, body: { code: 20429 } },
      { outcome: 'refused', failure: 'provider-busy' },
    ],
    [
      { status: 401, body: {} },
      { outcome: 'refused', failure: 'sender-unauthorised' },
    ],
    [
      { status: 400, body: { code: 99999 } },
      { outcome: 'refused', failure: 'message-refused', providerCode: '99999' },
    ],
    [
      { status: 503, body: 'busy' },
      { outcome: 'refused', failure: 'provider-down' },
    ],
    // These may come from a gateway in front of a Twilio that took the message.
    [
      { status: 500, body: '<html>' },
      { outcome: 'unknown', reason: 'HTTP 500' },
    ],
    [{ status: 201, body: '<html>' }, { outcome: 'unknown' }],
    ['drop', { outcome: 'unknown' }],
  ])('answered with %j: %j', async (reply, outcome) => {
    const { sender } = await start(reply)
    expect(await sender.send(aMessage())).toMatchObject(outcome)
  })

  it('was not sent when nobody could be reached', async () => {
    const { sender } = await start(accepted)
    await provider?.stop()
    provider = undefined
    expect(await sender.send(aMessage())).toMatchObject({
      outcome: 'refused',
      failure: 'provider-down',
    })
  })

  describe('whose answer was lost', () => {
    const asked = {
      ...{ challengeId: 'challenge-1', recipient: '+6281234567890', createdAt },
      otherMessageIds: ['SM2'],
    }
    const listed = (...messages: [sid: string, createdAt: string][]): ProviderReply => ({
      status: 200,
      body: { messages: messages.map(([sid, date_created]) => ({ sid, date_created })) },
    })
    const later = createdAt + 60_000

    it('is the one to the recipient, made since, that is no other one', async () => {
      const { sender, requests } = await start(
        listed(
          ['SM2', 'Mon, 23 Nov 2026 08:00:03 +0000'],
          ['SM3', 'Mon, 23 Nov 2026 08:00:01 +0000'],
          ['SM0', 'Mon, 23 Nov 2026 07:30:00 +0000'],
        ),
        later,
      )
      expect(await sender.lookUp(asked)).toEqual({ outcome: 'accepted', providerMessageId: 'SM3' })
      expect(requests[0]?.url.searchParams.get('To')).toBe('+6281234567890')
    })

    it('was not taken when there is no such one after a minute; before, one can not know', async () => {
      const none = listed(['SM2', 'Mon, 23 Nov 2026 08:00:03 +0000'])
      expect(await (await start(none, later)).sender.lookUp(asked)).toEqual({
        outcome: 'not-accepted',
      })
      await provider?.stop()
      expect(await (await start(none, later - 1)).sender.lookUp(asked)).toEqual({
        outcome: 'unknown',
      })
    })

    it.each<ProviderReply>(['drop', { status: 500, body: {} }, { status: 200, body: {} }])(
      'stays unknown when Twilio answers %j',
      async (reply) => {
        const { sender } = await start(reply, later)
        expect(await sender.lookUp(asked)).toEqual({ outcome: 'unknown' })
      },
    )
  })
})
