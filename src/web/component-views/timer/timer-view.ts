import { Timer } from 'lucide-react'
import type { TimerComponent } from '#domain/components/timer/timer-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'

/** The Timer component in the Flow Builder. */
export const timerView: ComponentView<TimerComponent> = {
  icon: () => Timer,
  presetIcon: () => Timer,
  detail: ({ autoStart, allowReset, unpausable }) =>
    [
      autoStart ? 'Starts by itself' : 'Started by hand',
      unpausable && 'no pause',
      !allowReset && 'no reset',
    ]
      .filter(Boolean)
      .join(' · '),
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./timer-settings.tsx')).TimerSettings),
}
