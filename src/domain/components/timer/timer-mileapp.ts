import { flagField, noDefaultField } from '../mileapp-fields.ts'
import { defineMileappMapping } from '../mileapp-mapping.ts'
import type { TimerComponent } from './timer-schema.ts'

export const timerMileapp = defineMileappMapping<TimerComponent>({
  component: 'timer',
  fields: [
    noDefaultField,
    flagField(['autoStart'], 'autoStart', 'Auto start'),
    flagField(['reset'], 'allowReset', 'Allow reset'),
  ],
  kept: [],
})
