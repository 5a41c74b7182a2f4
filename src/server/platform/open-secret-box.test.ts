import { describe, expect, it } from 'vitest'
import { parseEnv } from './env.ts'
import { openSecretBox } from './open-secret-box.ts'

const secretKey = 'a'.repeat(32)
const place = { organizationId: 'o', purpose: 'p' }
const aKey = (fill: string) => btoa(fill.repeat(32))

const open = (more: Record<string, string>) => {
  const env = parseEnv({ SECRET_KEY: secretKey, ...more })
  if (!env.ok) throw new Error(env.error.join())
  return openSecretBox(env.value, secretKey)
}

describe('the keys of secrets', () => {
  it('come from the environment, the first of them encrypting', async () => {
    const box = await open({ SECRETS_KEYS: `k2:${aKey('b')}, k1:${aKey('a')}` })
    expect(await box?.seal('x', place)).toMatch(/^v1\.k2\./)
  })

  it('are outside production also made of the secret key, which keeps opening what it had sealed', async () => {
    const sealed = await (await open({}))?.seal('x', place)
    expect(sealed).toMatch(/^v1\.derived\./)
    const later = await open({ SECRETS_KEYS: `k1:${aKey('a')}` })
    expect(await later?.open(sealed ?? '', place)).toBe('x')
  })

  it('are not made up in production', async () => {
    expect(await open({ NODE_ENV: 'production' })).toBeUndefined()
    const given = { NODE_ENV: 'production', SECRETS_KEYS: `k1:${aKey('a')}` }
    expect(await open(given)).toBeDefined()
  })

  it.each([
    'k1',
    'k1:short',
    `k1:${aKey('a')},k1:${aKey('b')}`,
    `:${aKey('a')}`,
    `k1:${aKey('a')},`,
  ])('are refused as %j, without being shown', (text) => {
    const env = parseEnv({ SECRETS_KEYS: text })
    expect(env.ok ? [] : env.error).toEqual([
      'SECRETS_KEYS must be id:key pairs with commas between, each key 32 bytes as base64, no id twice.',
    ])
  })
})
