import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageCodes } from '#domain/otp/message-language.ts'
import { createBrandedSender } from '#server/otp/senders/branded-sender.ts'
import type { OtpSender } from '#server/otp/senders/otp-sender.ts'
import { createTwilioSender } from '#server/otp/senders/twilio-sender.ts'
import type { WhatsappAccount } from '#server/otp/senders/whatsapp-account.ts'
import { createWhatsappCloudSender } from '#server/otp/senders/whatsapp-cloud-sender.ts'
import { createTemplate, listTemplates } from '#server/otp/senders/whatsapp-templates.ts'
import { handInTemplates, readTemplates } from '#server/otp/whatsapp-templates-service.ts'
import { aMessage } from '../providers/a-message.ts'
import { overlaySpecs } from './overlay-specs.ts'
import { type ApiMock, startMock } from './start-mock.ts'

// Every request that our senders make, to a mock that is made of the provider's own document.

const mocks: ApiMock[] = []
const target = fileURLToPath(new URL('../../../.cache/contract/specs', import.meta.url))
let twilio: ApiMock
let meta: ApiMock
let metaAsItIs: ApiMock

beforeAll(async () => {
  const source = process.env.SPECS_DIR
  if (source === undefined) throw new Error('run this by: npm run test:contract')
  const documents = overlaySpecs(source, target)
  mocks.push(
    ...(await Promise.all([documents.twilio, documents.meta, documents.metaAsItIs].map(startMock))),
  )
  ;[twilio, meta, metaAsItIs] = mocks as [ApiMock, ApiMock, ApiMock]
})
afterAll(() => Promise.all(mocks.map((mock) => mock.stop())))

const accepted = { outcome: 'accepted', providerMessageId: expect.any(String) }

describe('Twilio accepts', () => {
  const create = (more: Partial<Parameters<typeof createTwilioSender>[0]> = {}): OtpSender =>
    createTwilioSender(
      {
        baseUrl: twilio.baseUrl,
        accountSid: `AC${'0'.repeat(32)}`,
        credentials: { user: `AC${'0'.repeat(32)}`, password: 'token' },
        from: { messagingServiceSid: `MG${'1'.repeat(32)}` },
        callbackUrl: 'https://sandi.example/webhooks/twilio',
        ...more,
      },
      Date,
    )

  it('a message of a messaging service', async () => {
    expect(await create().send(aMessage())).toEqual(accepted)
  })

  it('a message from a number, with a line for autofill', async () => {
    const sender = create({ from: { number: '+15005550006' } })
    expect(await sender.send(aMessage({ autofillDomain: 'sandi.example' }))).toEqual(accepted)
  })

  it('the question what became of a message', async () => {
    const asked = { challengeId: 'c', recipient: '+6281234567890', otherMessageIds: [] }
    const known = await create().lookUp({ ...asked, createdAt: 0 })
    expect(known.outcome).not.toBe('unknown')
  })

  it('not: a message without credentials, or to nobody', async () => {
    const url = `${twilio.baseUrl}/2010-04-01/Accounts/AC${'0'.repeat(32)}/Messages.json`
    const post = (init: RequestInit) => fetch(url, { method: 'POST', ...init })
    const body = new URLSearchParams({ To: '+6281234567890', Body: 'x' })
    expect((await post({ body })).status).toBe(401)
    const headers = { authorization: `Basic ${btoa('AC:x')}` }
    const nobody = await post({ body: new URLSearchParams({ Body: 'x' }), headers })
    expect(nobody.status).toBe(422)
  })
})

describe('Meta accepts', () => {
  const accountAt = ({ baseUrl }: ApiMock): WhatsappAccount => ({
    baseUrl,
    version: 'v24.0',
    phoneNumberId: '106540352242922',
    businessAccountId: '102290129340398',
    accessToken: 'EAAtoken',
    templatePrefix: 'sandi_code',
  })

  it.each(languageCodes)('a code in %s', async (language) => {
    const sender = createWhatsappCloudSender(accountAt(meta))
    expect(await sender.send(aMessage({ channel: 'whatsapp', language }))).toEqual(accepted)
  })

  it('the question which templates there are', async () => {
    expect(await listTemplates(accountAt(meta), 5)).toMatchObject({ ok: true })
  })

  it.each([1, 5, 10])('a new template for codes of %d minutes', async (minutes) => {
    expect(await createTemplate(accountAt(meta), minutes, 'id')).toMatchObject({ ok: true })
  })

  it('a code by the branded number of an organisation', async () => {
    const phoneNumberId = '115540352249999'
    const sender = createBrandedSender(
      {
        findAccount: async () => ({ ...accountAt(meta), phoneNumberId }),
        noteFailure: async () => expect.unreachable('the official number stood in'),
      },
      undefined,
    )
    expect(await sender.send(aMessage({ channel: 'whatsapp' }))).toEqual(accepted)
  })

  it('the question for the templates of a branded number, and those that are missing', async () => {
    const account = { ...accountAt(meta), businessAccountId: '115290129349999' }
    const wanted = { validityMinutes: 5, languages: ['en', 'id'] as const }
    expect(await readTemplates(account, wanted)).toMatchObject({ ok: true })
    expect(await handInTemplates(account, wanted)).toMatchObject({ ok: true })
  })

  it('not: a message without a language policy', async () => {
    const { baseUrl } = meta
    const response = await fetch(`${baseUrl}/v24.0/106540352242922/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '62812',
        type: 'template',
        template: { name: 'x', language: { code: 'en' } },
      }),
    })
    expect(response.status).toBe(422)
  })

  it('only by our overlay the index "0" of a button, which its document refuses', async () => {
    const sender = createWhatsappCloudSender(accountAt(metaAsItIs))
    expect(await sender.send(aMessage({ channel: 'whatsapp' }))).toMatchObject({
      outcome: 'refused',
      failure: 'message-refused',
    })
  })
})
