import { afterEach, describe, expect, it } from 'vitest'
import {
  type Provider,
  type ProviderReply,
  type ProviderRequest,
  startProvider,
} from '#testing/providers/start-provider.ts'
import { listTwilioPrices } from './twilio-prices.ts'

const accountSid = `AC${'0'.repeat(32)}`
const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
let provider: Provider | undefined
afterEach(() => provider?.stop())

const list = async (reply: (request: ProviderRequest) => ProviderReply) => {
  provider = await startProvider(reply)
  const account = {
    baseUrl: provider.baseUrl,
    accountSid,
    credentials: { user: accountSid, password: 'token' },
    from: { number: '+15005550006' },
    callbackUrl: 'https://sandi.example/webhooks/twilio',
  }
  return listTwilioPrices(account, '2026-11-22')
}

const message = (sid: string, price: string | null, status = 'delivered') => ({
  ...{ sid, price, status, price_unit: 'usd', body: '', direction: 'outbound-api' },
})
const page = (messages: object[], next: string | null = null): ProviderReply => ({
  status: 200,
  body: { messages, next_page_uri: next },
})

describe('the prices of a day, from Twilio', () => {
  it('are billed where they are not zero, and unknown while Twilio says none', async () => {
    const prices = await list(() =>
      page([
        message('SM1', '-0.00750'),
        message('SM2', '0.00000'),
        message('SM3', null, 'sent'),
        message('SM4', null, 'failed'),
      ]),
    )
    expect(prices).toEqual([
      { messageId: 'SM1', isBilled: true, category: null, price: '0.00750', currency: 'USD' },
      { messageId: 'SM2', isBilled: false, category: null, price: '0.00000', currency: 'USD' },
      { messageId: 'SM4', isBilled: false, category: null, price: null, currency: null },
    ])
    expect(provider?.requests[0]?.url.searchParams.get('DateSent')).toBe('2026-11-22')
  })

  it('come page by page, and the credentials go to nobody else', async () => {
    const prices = await list(({ url }) =>
      url.searchParams.has('PageToken')
        ? page([message('SM2', '-1')])
        : page([message('SM1', '-1')], `https://elsewhere.example${path}?PageToken=2`),
    )
    expect(prices.map(({ messageId }) => messageId)).toEqual(['SM1', 'SM2'])
    expect(provider?.requests).toHaveLength(2)
  })

  it.each<ProviderReply>(['drop', { status: 401, body: {} }, { status: 200, body: 'no JSON' }])(
    'are none when the answer is %o: it throws',
    async (reply) => {
      await expect(list(() => reply)).rejects.toThrow()
    },
  )
})
