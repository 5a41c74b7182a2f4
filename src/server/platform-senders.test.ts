import { describe, expect, it } from 'vitest'
import { parseEnv } from './platform/env.ts'
import { createPlatformSenders, toInstallation, toWebhookSecrets } from './platform-senders.ts'

const parse = (source: Record<string, string>) => {
  const env = parseEnv(source)
  if (!env.ok) throw new Error(env.error.join())
  return env.value
}

const smtp = { SMTP_URL: 'smtp://localhost:2525', SMTP_FROM: 'codes@sandi.example' }
const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+15005550006',
  PUBLIC_URL: 'https://sandi.example',
}
const whatsapp = {
  WHATSAPP_PHONE_NUMBER_ID: '1',
  WHATSAPP_BUSINESS_ACCOUNT_ID: '2',
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'secret',
  WHATSAPP_VERIFY_TOKEN: 'word',
}

describe('the senders of an installation', () => {
  it.each([
    [{}, []],
    [smtp, ['email']],
    [twilio, ['sms']],
    [{ ...smtp, ...twilio, ...whatsapp }, ['email', 'sms', 'whatsapp']],
  ])('are those that its environment sets up', (source, channels) => {
    expect(Object.keys(createPlatformSenders(parse(source), Date))).toEqual(channels)
  })

  it('are named by what their messages come from, without a secret', () => {
    expect(toInstallation(parse({ ...smtp, ...twilio, ...whatsapp, SANDBOX: 'false' }))).toEqual({
      hasSandbox: false,
      official: {
        email: 'codes@sandi.example',
        sms: '+15005550006',
        whatsapp: 'Official number, id …1',
      },
    })
  })

  it('need no official WhatsApp number for reports about branded ones', () => {
    const { WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = whatsapp
    expect(toWebhookSecrets(parse({ WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN }))).toEqual({
      whatsapp: { appSecret: 'secret', verifyToken: 'word' },
    })
  })

  it('are the only ones whose reports are listened to', () => {
    expect(toWebhookSecrets(parse(smtp))).toEqual({})
    expect(toWebhookSecrets(parse({ ...twilio, ...whatsapp }))).toEqual({
      twilio: { authToken: 'token', url: 'https://sandi.example/webhooks/twilio' },
      whatsapp: { appSecret: 'secret', verifyToken: 'word' },
    })
  })
})
