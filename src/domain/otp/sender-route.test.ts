import { describe, expect, it } from 'vitest'
import { brandedNumberStates } from './branded-number.ts'
import {
  findSenderRoute,
  type Installation,
  listReadyChannels,
  type SenderSettings,
  usesSandbox,
} from './sender-route.ts'

const all: Installation = {
  hasSandbox: true,
  official: { email: 'codes@sandi.example', sms: '+15005550006', whatsapp: '1001' },
}
const live: Installation = { ...all, hasSandbox: false }
const untouched: SenderSettings = { sandbox: null, fallsBack: false, brandedState: null }

const whatsapp = (installation: Installation, more: Partial<SenderSettings>) =>
  findSenderRoute(installation, { ...untouched, ...more }, 'whatsapp')

describe('the sandbox', () => {
  it('takes all codes once it is on, also those of a branded number', () => {
    const settings: SenderSettings = { ...untouched, sandbox: true, brandedState: 'active' }
    expect(findSenderRoute(all, settings, 'whatsapp')).toBe('sandbox')
    expect(findSenderRoute(all, settings, 'email')).toBe('sandbox')
  })

  it('takes what has no sender while nobody has chosen, and nothing once it is off', () => {
    const bare: Installation = { hasSandbox: true, official: { sms: '+15005550006' } }
    expect(findSenderRoute(bare, untouched, 'email')).toBe('sandbox')
    expect(findSenderRoute(bare, untouched, 'sms')).toBe('official')
    expect(usesSandbox(bare, untouched)).toBe(true)
    const off = { ...untouched, sandbox: false }
    expect(listReadyChannels(bare, off)).toEqual(['sms'])
    expect(usesSandbox(bare, off)).toBe(false)
  })

  it('is nothing where the installation has none, whatever was chosen once', () => {
    expect(whatsapp(live, { sandbox: true })).toBe('official')
    expect(listReadyChannels({ ...live, official: {} }, { ...untouched, sandbox: true })).toEqual(
      [],
    )
  })
})

describe('WhatsApp', () => {
  it('goes by the official number as long as no branded one was asked for', () => {
    expect(whatsapp(live, {})).toBe('official')
  })

  it('goes by the branded number once it is active', () => {
    expect(whatsapp(live, { brandedState: 'active' })).toBe('branded')
    expect(whatsapp({ ...live, official: {} }, { brandedState: 'active' })).toBe('branded')
  })

  it.each(brandedNumberStates.filter((state) => state !== 'active'))(
    'while the branded number is %s: by the official one only if that was chosen',
    (brandedState) => {
      expect(whatsapp(live, { brandedState })).toBeNull()
      expect(whatsapp(live, { brandedState, fallsBack: true })).toBe('official')
      expect(whatsapp({ ...live, official: {} }, { brandedState, fallsBack: true })).toBeNull()
    },
  )

  it('has no say in other channels', () => {
    const settings: SenderSettings = { ...untouched, brandedState: 'suspended' }
    expect(listReadyChannels(live, settings)).toEqual(['email', 'sms'])
  })
})
