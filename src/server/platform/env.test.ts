import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { envSchema, parseEnv } from './env.ts'

const secret = 'a'.repeat(32)

const senderDefaults = {
  STRIPE_API_URL: 'https://api.stripe.com',
  INVOICE_SELLER: 'Sandi',
  TWILIO_BASE_URL: 'https://api.twilio.com',
  WHATSAPP_TEMPLATE_PREFIX: 'sandi_code',
  WHATSAPP_API_VERSION: 'v24.0',
  WHATSAPP_BASE_URL: 'https://graph.facebook.com',
}

const senders = {
  STRIPE_SECRET_KEY: 'sk_test',
  STRIPE_WEBHOOK_SECRET: 'whsec_test',
  STRIPE_API_URL: 'http://127.0.0.1:4012',
  INVOICE_SELLER: 'Sandi Ltd',
  SMTP_URL: 'smtps://sandi:pw@mail.example',
  SMTP_FROM: 'codes@sandi.example',
  SMTP_DKIM_DOMAIN: 'sandi.example',
  SMTP_DKIM_SELECTOR: 'codes',
  SMTP_DKIM_PRIVATE_KEY: 'a key',
  TWILIO_ACCOUNT_SID: `AC${secret}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_API_KEY_SID: `SK${secret}`,
  TWILIO_API_KEY_SECRET: 'secret',
  TWILIO_MESSAGING_SERVICE_SID: `MG${secret}`,
  TWILIO_FROM: '+15005550006',
  TWILIO_BASE_URL: 'http://127.0.0.1:4010',
  WHATSAPP_PHONE_NUMBER_ID: '1',
  WHATSAPP_BUSINESS_ACCOUNT_ID: '2',
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'secret',
  WHATSAPP_VERIFY_TOKEN: 'word',
  WHATSAPP_TEMPLATE_PREFIX: 'codes',
  WHATSAPP_API_VERSION: 'v25.0',
  WHATSAPP_BASE_URL: 'http://127.0.0.1:4011',
}

describe('parseEnv', () => {
  it('needs nothing at all for development', () => {
    expect(parseEnv({})).toEqual({
      ok: true,
      value: {
        NODE_ENV: 'development',
        PORT: 3000,
        HOST: '127.0.0.1',
        DATA_DIR: '.data',
        DEMO: true,
        SANDBOX: true,
        LOG_LEVEL: 'info',
        ...senderDefaults,
      },
    })
  })

  it('takes an empty string for unset and ignores what it does not know', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', EDITOR: 'vi' })).toEqual(parseEnv({}))
  })

  it('reads every variable', () => {
    const source = {
      NODE_ENV: 'production',
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://sandi.example',
      DATA_DIR: '/var/lib/sandi',
      DATABASE_URL: 'postgresql://sandi:pw@db/sandi',
      DEMO: 'true',
      SANDBOX: 'false',
      SECRET_KEY: secret,
      LOG_LEVEL: 'warn',
      ...senders,
    }
    expect(parseEnv(source)).toEqual({
      ok: true,
      value: { ...source, PORT: 8080, DEMO: true, SANDBOX: false },
    })
  })

  it.each([
    ['development', undefined, true],
    ['test', undefined, true],
    ['production', undefined, false],
    ['production', 'true', true],
    ['development', 'false', false],
  ])('with NODE_ENV=%s and DEMO=%s has demo %s', (NODE_ENV, DEMO, expected) => {
    expect(parseEnv({ NODE_ENV, DEMO, SECRET_KEY: secret })).toMatchObject({
      ok: true,
      value: { DEMO: expected },
    })
  })

  it.each([
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535, but is “80a”.'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, but is “65536”.'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, but is “-1”.'],
    ['NODE_ENV', 'prod', 'NODE_ENV must be development, production or test, but is “prod”.'],
    ['DEMO', 'yes', 'DEMO must be true or false, but is “yes”.'],
    [
      'PUBLIC_URL',
      'sandi.example',
      'PUBLIC_URL must be a URL that begins with http:// or https://, but is “sandi.example”.',
    ],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, but is “loud”.',
    ],
  ])('%s=%s is refused in one sentence', (name, value, sentence) => {
    expect(parseEnv({ [name]: value })).toEqual({ ok: false, error: [sentence] })
  })

  it('names every problem at once, and never shows a secret', () => {
    expect(parseEnv({ PORT: 'x', DATABASE_URL: 'mysql://u:pw@db', SECRET_KEY: 'short' })).toEqual({
      ok: false,
      error: [
        'PORT must be a whole number from 0 to 65535, but is “x”.',
        'DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
        'SECRET_KEY must have at least 32 characters.',
      ],
    })
  })

  it('names what a sender lacks, and shows no token', () => {
    const { SMTP_URL, TWILIO_ACCOUNT_SID, TWILIO_API_KEY_SID, WHATSAPP_PHONE_NUMBER_ID } = senders
    const source = { SMTP_URL, TWILIO_ACCOUNT_SID, TWILIO_API_KEY_SID, WHATSAPP_PHONE_NUMBER_ID }
    expect(parseEnv({ ...source, WHATSAPP_ACCESS_TOKEN: 'token' })).toEqual({
      ok: false,
      error: [
        'SMTP_URL needs SMTP_FROM.',
        'TWILIO_ACCOUNT_SID needs TWILIO_AUTH_TOKEN.',
        'TWILIO_ACCOUNT_SID needs TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM.',
        'TWILIO_ACCOUNT_SID needs PUBLIC_URL.',
        'TWILIO_API_KEY_SID needs TWILIO_API_KEY_SECRET.',
        'WHATSAPP_PHONE_NUMBER_ID needs WHATSAPP_BUSINESS_ACCOUNT_ID.',
        'WHATSAPP_PHONE_NUMBER_ID needs WHATSAPP_APP_SECRET.',
        'WHATSAPP_PHONE_NUMBER_ID needs WHATSAPP_VERIFY_TOKEN.',
      ],
    })
  })

  it.each([
    ['production', undefined, undefined, false],
    ['production', 'true', undefined, true],
    ['development', undefined, 'false', false],
    ['production', undefined, 'true', true],
  ])('with NODE_ENV=%s, DEMO=%s and SANDBOX=%s has sandbox %s', (...given) => {
    const [NODE_ENV, DEMO, SANDBOX, expected] = given
    expect(parseEnv({ NODE_ENV, DEMO, SANDBOX, SECRET_KEY: secret })).toMatchObject({
      ok: true,
      value: { SANDBOX: expected },
    })
  })

  it('demands a key in production', () => {
    expect(parseEnv({ NODE_ENV: 'production' })).toEqual({
      ok: false,
      error: ['SECRET_KEY must be set in production (at least 32 characters).'],
    })
  })
})

describe('.env.example', () => {
  it('lists exactly the variables that the server reads', () => {
    const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
    const listed = [...text.matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted())
  })
})
