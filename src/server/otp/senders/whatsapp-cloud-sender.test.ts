import { afterEach, describe, expect, it } from 'vitest'
import { aMessage } from '#testing/providers/a-message.ts'
import {
  type Provider,
  type ProviderReply,
  type ProviderRequest,
  startProvider,
} from '#testing/providers/start-provider.ts'
import { createWhatsappCloudSender } from './whatsapp-cloud-sender.ts'
import { ensureTemplates } from './whatsapp-templates.ts'

let provider: Provider | undefined
afterEach(() => provider?.stop())

const start = async (reply: (request: ProviderRequest) => ProviderReply) => {
  provider = await startProvider(reply)
  const account = {
    baseUrl: provider.baseUrl,
    version: 'v24.0',
    phoneNumberId: '1001',
    businessAccountId: '2002',
    accessToken: 'token',
    templatePrefix: 'sandi_code',
  }
  return { account, sender: createWhatsappCloudSender(account), requests: provider.requests }
}

const accepted: ProviderReply = {
  status: 200,
  body: { messaging_product: 'whatsapp', contacts: [], messages: [{ id: 'wamid.1' }] },
}
const refusedBy = (code: number, status = 400): ProviderReply => ({
  status,
  body: { error: { code, message: 'no', error_data: { details: 'no' } } },
})
const message = aMessage({ channel: 'whatsapp' })

describe('a WhatsApp message', () => {
  it('is the template for its life, with the code in body and button', async () => {
    const { sender, requests } = await start(() => accepted)
    expect(await sender.send(message)).toEqual({
      outcome: 'accepted',
      providerMessageId: 'wamid.1',
    })
    const [request] = requests
    expect(request?.url.pathname).toBe('/v24.0/1001/messages')
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer token',
      'user-agent': 'sandi/1.0.0',
    })
    const parameters = [{ type: 'text', text: '049381' }]
    expect(JSON.parse(request?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '6281234567890',
      type: 'template',
      template: {
        name: 'sandi_code_5m',
        language: { code: 'en', policy: 'deterministic' },
        components: [
          { type: 'body', parameters },
          { type: 'button', sub_type: 'url', index: '0', parameters },
        ],
      },
      biz_opaque_callback_data: 'challenge-1',
    })
  })

  it('goes in the fall-back language where the template is missing in its own', async () => {
    const { sender, requests } = await start(({ body }) =>
      body.includes('"code":"id"') ? refusedBy(132001, 404) : accepted,
    )
    expect((await sender.send(aMessage({ language: 'id' }))).outcome).toBe('accepted')
    expect(requests).toHaveLength(2)
  })

  it('is refused where the fall-back is missing, too', async () => {
    const { sender, requests } = await start(() => refusedBy(132001, 404))
    expect(await sender.send(message)).toMatchObject({ failure: 'template-unavailable' })
    expect(requests).toHaveLength(1)
  })

  it.each<[ProviderReply, object]>([
    [refusedBy(131026), { failure: 'not-on-whatsapp', providerCode: '131026' }],
    [refusedBy(131000, 500), { failure: 'provider-down', providerCode: '131000' }],
    [refusedBy(131056), { failure: 'recipient-busy' }],
    [refusedBy(190, 401), { failure: 'sender-unauthorised' }],
    [refusedBy(987654), { failure: 'message-refused', providerCode: '987654' }],
    [{ status: 502, body: '<html>' }, { outcome: 'unknown' }],
    [{ status: 200, body: { messages: [] } }, { outcome: 'unknown' }],
    ['drop', { outcome: 'unknown' }],
  ])('answered with %j: %j', async (reply, outcome) => {
    const { sender } = await start(() => reply)
    expect(await sender.send(message)).toMatchObject(outcome)
  })
})

describe('the templates', () => {
  const known = { name: 'sandi_code_5m', language: 'en', status: 'APPROVED' }

  it('that are missing are handed in, none twice', async () => {
    const { account, requests } = await start(({ method }) =>
      method === 'GET'
        ? {
            status: 200,
            body: { data: [known, { ...known, name: 'sandi_code_5m_old', language: 'id' }] },
          }
        : { status: 200, body: { id: '1', status: 'PENDING', category: 'AUTHENTICATION' } },
    )
    expect(await ensureTemplates(account, 5, ['en', 'id'])).toEqual({
      ok: true,
      value: [known, { name: 'sandi_code_5m', language: 'id', status: 'PENDING' }],
    })
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
      name: 'sandi_code_5m',
      language: 'id',
      category: 'AUTHENTICATION',
      message_send_ttl_seconds: 300,
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 5 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    })
  })

  it('fail with what Meta says', async () => {
    const { account } = await start(() => ({
      status: 400,
      body: { error: { code: 100, message: 'No such account' } },
    }))
    expect(await ensureTemplates(account, 5, ['en'])).toEqual({
      ok: false,
      error: 'No such account',
    })
  })
})
