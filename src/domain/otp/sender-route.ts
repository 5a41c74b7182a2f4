import type { BrandedNumberState } from './branded-number.ts'
import { type Channel, channels } from './channel.ts'

/** Which way an organisation's codes leave by a channel. */
export const senderRoutes = ['sandbox', 'branded', 'official'] as const

export type SenderRoute = (typeof senderRoutes)[number]

/** What an installation has to send by. */
export interface Installation {
  /** Whether codes may go to the sandbox inbox here. */
  hasSandbox: boolean
  /** The channels that have a sender here, with what its messages come from. */
  official: Readonly<Partial<Record<Channel, string>>>
}

/** What an organisation says about its senders. */
export interface SenderSettings {
  /** Whether all codes go to the sandbox inbox; null: only those for which there is no sender. */
  sandbox: boolean | null
  /** Whether the official number stands in where the branded one can not send. */
  fallsBack: boolean
  /** How far the branded WhatsApp number is; null where none was ever asked for. */
  brandedState: BrandedNumberState | null
}

const findOwnRoute = (
  { official }: Installation,
  { fallsBack, brandedState }: SenderSettings,
  channel: Channel,
): SenderRoute | null => {
  const hasOfficial = official[channel] !== undefined
  if (channel !== 'whatsapp' || brandedState === null) return hasOfficial ? 'official' : null
  if (brandedState === 'active') return 'branded'
  return hasOfficial && fallsBack ? 'official' : null
}

/** Which way an organisation's codes leave by a channel; null when there is none. */
export const findSenderRoute = (
  installation: Installation,
  settings: SenderSettings,
  channel: Channel,
): SenderRoute | null => {
  if (!installation.hasSandbox) return findOwnRoute(installation, settings, channel)
  if (settings.sandbox === true) return 'sandbox'
  const own = findOwnRoute(installation, settings, channel)
  return own === null && settings.sandbox === null ? 'sandbox' : own
}

/** The channels by which an organisation can have codes sent. */
export const listReadyChannels = (
  installation: Installation,
  settings: SenderSettings,
): Channel[] =>
  channels.filter((channel) => findSenderRoute(installation, settings, channel) !== null)

/** Whether any of an organisation's codes go to the sandbox inbox. */
export const usesSandbox = (installation: Installation, settings: SenderSettings): boolean =>
  channels.some((channel) => findSenderRoute(installation, settings, channel) === 'sandbox')
