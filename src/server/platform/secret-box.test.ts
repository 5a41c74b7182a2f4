import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSecretBox, deriveSecretKey, type SecretKey } from './secret-box.ts'

const aKey = (id: string, fill: number): SecretKey => ({ id, bytes: new Uint8Array(32).fill(fill) })
const place = { organizationId: 'demo-logistics', purpose: 'whatsapp access token' }
const box = createSecretBox([aKey('k1', 1)])

describe('a sealed secret', () => {
  it('opens to what it was, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (secret) => {
        expect(await box.open(await box.seal(secret, place), place)).toBe(secret)
      }),
      { numRuns: 50 },
    )
  })

  it('shows nothing of itself, and not twice the same', async () => {
    const [one, two] = [await box.seal('EAAtoken', place), await box.seal('EAAtoken', place)]
    expect(one).toMatch(/^v1\.k1\.[A-Za-z0-9+/=]+\.[A-Za-z0-9+/=]+$/)
    expect(one).not.toContain('EAAtoken')
    expect(one).not.toBe(two)
  })

  it.each([
    ['another organisation', { ...place, organizationId: 'other' }],
    ['another purpose', { ...place, purpose: 'whatsapp app secret' }],
    ['what only looks alike when joined', { organizationId: 'demo', purpose: '-logistics' }],
  ])('does not open for %s', async (_name, other) => {
    const sealed = await box.seal('EAAtoken', place)
    await expect(box.open(sealed, other)).rejects.toThrow()
  })

  it('does not open once a bit of it was changed', async () => {
    const sealed = await box.seal('EAAtoken', place)
    const at = sealed.lastIndexOf('.') + 1
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    await expect(box.open(changed, place)).rejects.toThrow()
  })
})

describe('a new key', () => {
  it('encrypts from now on, and the old one still opens', async () => {
    const old = await box.seal('EAAtoken', place)
    const rotated = createSecretBox([aKey('k2', 2), aKey('k1', 1)])
    expect(await rotated.open(old, place)).toBe('EAAtoken')
    expect(rotated.isCurrent(old)).toBe(false)
    const renewed = await rotated.seal('EAAtoken', place)
    expect(rotated.isCurrent(renewed)).toBe(true)
    expect(await createSecretBox([aKey('k2', 2)]).open(renewed, place)).toBe('EAAtoken')
  })

  it('without the old one says which key is missing, and no secret', async () => {
    const old = await box.seal('EAAtoken', place)
    const opened = createSecretBox([aKey('k2', 2)]).open(old, place)
    await expect(opened).rejects.toThrow('the key k1 of a secret is not among SECRETS_KEYS')
  })
})

it('the key that is derived is the same each time, and another for another secret', async () => {
  const [one, again] = [await deriveSecretKey('secret'), await deriveSecretKey('secret')]
  expect(one).toEqual(again)
  expect(one.bytes).toHaveLength(32)
  expect((await deriveSecretKey('Secret')).bytes).not.toEqual(one.bytes)
})
