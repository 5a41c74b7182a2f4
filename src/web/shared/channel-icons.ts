import { type LucideIcon, Mail, MessageCircle, MessageSquareText } from 'lucide-react'
import type { Channel } from '#domain/otp/channel.ts'

/** How channels look. */
export const channelIcons: Record<Channel, LucideIcon> = {
  email: Mail,
  sms: MessageSquareText,
  whatsapp: MessageCircle,
}
