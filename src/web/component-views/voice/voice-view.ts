import { Mic } from 'lucide-react'
import type { VoiceComponent } from '#domain/components/voice/voice-schema.ts'
import { formatCountdown } from '#web/shared/format-time.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'

/** The Voice component in the Flow Builder. */
export const voiceView: ComponentView<VoiceComponent> = {
  icon: () => Mic,
  presetIcon: () => Mic,
  detail: ({ maximumSeconds }) => `Up to ${formatCountdown(maximumSeconds)}`,
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./voice-settings.tsx')).VoiceSettings),
}
