import { lazy, type ComponentType as ReactComponent } from 'react'
import type { AnswerContext, AnswerError, AnswerValue } from '#domain/components/answer.ts'
import type { Component, ComponentTypeName } from '#domain/components/component-registry.ts'
import { checkInputAnswer } from '#domain/components/input/input-answer.ts'
import { checkOtpAnswer } from '#domain/components/otp/otp-answer.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import { describeInputAnswer } from './input/describe-input-answer.ts'
import { describeOtpAnswer } from './otp/describe-otp-answer.ts'
import type { StepProps } from './step-props.ts'

/** How a Component Type is filled in: its view, fetched when it is met, and the check of its answer. */
interface ComponentStep<Shown extends Component = Component> {
  Step: ReactComponent<StepProps<Shown>>
  /** The same check as the server's, without what the server's brings along (zod). */
  check(component: Shown, value: unknown, context: AnswerContext): Result<AnswerValue, AnswerError>
  /** How an answer reads in a list of answers. */
  describe(component: Shown, value: AnswerValue): string
  /** What stands there before anybody answers; null when nothing does. */
  findDefault?(component: Shown): AnswerValue
  /** Whether its check needs the numbering plans. */
  needsPhoneNumbers?(component: Shown): boolean
}

type Steps = { [Name in ComponentTypeName]: ComponentStep<Extract<Component, { type: Name }>> }

/** Every Component Type's step: one line each. */
const componentSteps: Steps = {
  input: {
    Step: lazy(async () => ({ default: (await import('./input/input-step.tsx')).InputStep })),
    check: checkInputAnswer,
    describe: describeInputAnswer,
    findDefault: ({ defaultValue }) => defaultValue || null,
    needsPhoneNumbers: ({ dataType }) => dataType === 'phoneNumber',
  },
  otp: {
    Step: lazy(async () => ({ default: (await import('./otp/otp-step.tsx')).OtpStep })),
    check: checkOtpAnswer,
    describe: (_, value) => describeOtpAnswer(value),
  },
  view: {
    Step: lazy(async () => ({ default: (await import('./view/view-step.tsx')).ViewStep })),
    check: () => ok(null),
    describe: () => '',
  },
}

/**
 * How a component is filled in. A union of types is not callable with a union of components, so this
 * is the one place that says: the entry named by `type` takes components of that `type`.
 */
export const getComponentStep = (name: ComponentTypeName) =>
  componentSteps[name] as unknown as ComponentStep
