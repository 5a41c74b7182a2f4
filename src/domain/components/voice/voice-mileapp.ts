import { noDefaultField } from '../mileapp-fields.ts'
import { defineMileappMapping } from '../mileapp-mapping.ts'
import type { VoiceComponent } from './voice-schema.ts'

/** MileApp names the kind and does not show its keys: whatever it has is kept. */
export const voiceMileapp = defineMileappMapping<VoiceComponent>({
  component: 'voice',
  fields: [noDefaultField],
  kept: [],
})
