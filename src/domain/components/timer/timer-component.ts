import type { ComponentContext, Finding } from '../component-problem.ts'
import { defineComponentType } from '../component-type.ts'
import { checkTimerAnswer } from './timer-answer.ts'
import { type TimerComponent, timerSchema } from './timer-schema.ts'

const findProblems = (_timer: TimerComponent, { page }: ComponentContext): Finding[] =>
  page.kind === 'initial'
    ? [
        {
          code: 'timer-on-initial-page',
          severity: 'error',
          message:
            'Nobody works yet while the Initial Page is filled in. Move the Timer to a Mobile App Page.',
        },
      ]
    : []

/** The Timer component: measures how long something takes. */
export const timerComponent = defineComponentType<TimerComponent>({
  label: 'Timer',
  schema: timerSchema,
  presets: [
    {
      name: 'timer',
      label: 'Timer',
      description: 'Measures how long something takes',
      synonyms: ['stopwatch', 'duration', 'time', 'clock', 'countdown', 'elapsed'],
      settings: { title: 'Timer' },
    },
  ],
  asksAnswer: true,
  recipientKind: () => null,
  choices: () => null,
  describe: () => 'Timer',
  renameReference: (timer) => timer,
  checkAnswer: checkTimerAnswer,
  findProblems,
})
