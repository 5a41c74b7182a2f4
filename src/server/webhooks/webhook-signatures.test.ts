import { describe, expect, it } from 'vitest'
import { isSameWord, isSignedByMeta, isSignedByTwilio } from './webhook-signatures.ts'

// The vectors that the providers publish.

const form = {
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  body: new URLSearchParams({
    To: '+18005551212',
    From: '+12349013030',
    CallSid: 'CA1234567890ABCDE',
    Digits: '1234',
    Caller: '+12349013030',
  }).toString(),
  signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
}

describe('the signature of Twilio', () => {
  it('holds for what was signed', async () => {
    expect(await isSignedByTwilio('12345', form)).toBe(true)
  })

  it.each([
    ['another token', '12346', form],
    ['another URL', '12345', { ...form, url: 'https://mycompany.com/myapp.php?foo=1' }],
    ['another form', '12345', { ...form, body: `${form.body}&More=1` }],
    ['no signature', '12345', { ...form, signature: undefined }],
    ['not a signature', '12345', { ...form, signature: 'é' }],
    ['a shorter one', '12345', { ...form, signature: 'AAAA' }],
  ])('fails for %s', async (_, token, given) => {
    expect(await isSignedByTwilio(token, given)).toBe(false)
  })
})

const hook = {
  body: '{"object":"whatsapp_business_account","entry":[]}',
  signature: 'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
}

describe('the signature of Meta', () => {
  it('holds for what was signed', async () => {
    expect(await isSignedByMeta('test_app_secret', hook)).toBe(true)
  })

  it.each([
    ['another secret', 'test', hook],
    ['the same JSON in other bytes', 'test_app_secret', { ...hook, body: `${hook.body} ` }],
    ['no signature', 'test_app_secret', { ...hook, signature: undefined }],
    ['SHA-1', 'test_app_secret', { ...hook, signature: `sha1=${'0'.repeat(40)}` }],
    ['half of it', 'test_app_secret', { ...hook, signature: hook.signature.slice(0, 39) }],
  ])('fails for %s', async (_, secret, given) => {
    expect(await isSignedByMeta(secret, given)).toBe(false)
  })
})

it('a word is the same as itself only', async () => {
  expect(await isSameWord('verify', 'verify')).toBe(true)
  expect(await isSameWord('verify', 'verifi')).toBe(false)
  expect(await isSameWord('verify', '')).toBe(false)
})
