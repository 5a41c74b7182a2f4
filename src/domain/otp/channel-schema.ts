import { z } from 'zod'
import { channels } from './channel.ts'

/** One of the channels. Apart from channel.ts, so that a phone need not load zod to name one. */
export const channelSchema = z.enum(channels)
