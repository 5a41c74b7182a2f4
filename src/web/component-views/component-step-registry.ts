import { lazy, type ComponentType as ReactComponent } from 'react'
import type { AnswerContext, AnswerError, AnswerValue } from '#domain/components/answer.ts'
import { checkBillAnswer } from '#domain/components/bill/bill-answer.ts'
import type { Component, ComponentTypeName } from '#domain/components/component-registry.ts'
import { checkInputAnswer } from '#domain/components/input/input-answer.ts'
import { checkListAnswer } from '#domain/components/list/list-answer.ts'
import { checkOtpAnswer } from '#domain/components/otp/otp-answer.ts'
import { checkPhotoAnswer } from '#domain/components/photo/photo-answer.ts'
import { checkSelectAnswer } from '#domain/components/select/select-answer.ts'
import { checkSignatureAnswer } from '#domain/components/signature/signature-answer.ts'
import { checkTimerAnswer } from '#domain/components/timer/timer-answer.ts'
import { checkVoiceAnswer } from '#domain/components/voice/voice-answer.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { AnswerViewProps } from './answer-view.ts'
import { describeBillAnswer } from './bill/describe-bill-answer.ts'
import { describeInputAnswer } from './input/describe-input-answer.ts'
import { describeListAnswer } from './list/describe-list-answer.ts'
import { describeOtpAnswer } from './otp/describe-otp-answer.ts'
import { describePhotoAnswer } from './photo/describe-photo-answer.ts'
import { describeSelectAnswer } from './select/describe-select-answer.ts'
import { describeSignatureAnswer } from './signature/describe-signature-answer.ts'
import type { StepProps } from './step-props.ts'
import { describeTimerAnswer } from './timer/describe-timer-answer.ts'
import { describeVoiceAnswer } from './voice/describe-voice-answer.ts'

/** How a Component Type is filled in: its view, fetched when it is met, and the check of its answer. */
interface ComponentStep<Shown extends Component = Component> {
  Step: ReactComponent<StepProps<Shown>>
  /** The same check as the server's, without what the server's brings along (zod). */
  check(component: Shown, value: unknown, context: AnswerContext): Result<AnswerValue, AnswerError>
  /** How an answer reads in a list of answers. */
  describe(component: Shown, value: AnswerValue): string
  /** How an answer looks where a sentence does not do; fetched when it is met. */
  AnswerView?: ReactComponent<AnswerViewProps<Shown>>
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
  select: {
    Step: lazy(async () => ({ default: (await import('./select/select-step.tsx')).SelectStep })),
    check: checkSelectAnswer,
    describe: describeSelectAnswer,
    findDefault: ({ defaultValue }) => (defaultValue.length === 0 ? null : defaultValue),
  },
  otp: {
    Step: lazy(async () => ({ default: (await import('./otp/otp-step.tsx')).OtpStep })),
    check: checkOtpAnswer,
    describe: (_, value) => describeOtpAnswer(value),
  },
  photo: {
    Step: lazy(async () => ({ default: (await import('./photo/photo-step.tsx')).PhotoStep })),
    AnswerView: lazy(async () => ({
      default: (await import('./photo/photo-answer-view.tsx')).PhotoAnswerView,
    })),
    check: checkPhotoAnswer,
    describe: (_, value) => describePhotoAnswer(value),
  },
  signature: {
    Step: lazy(async () => ({
      default: (await import('./signature/signature-step.tsx')).SignatureStep,
    })),
    AnswerView: lazy(async () => ({
      default: (await import('./signature/signature-answer-view.tsx')).SignatureAnswerView,
    })),
    check: checkSignatureAnswer,
    describe: (_, value) => describeSignatureAnswer(value),
  },
  voice: {
    Step: lazy(async () => ({ default: (await import('./voice/voice-step.tsx')).VoiceStep })),
    AnswerView: lazy(async () => ({
      default: (await import('./voice/voice-answer-view.tsx')).VoiceAnswerView,
    })),
    check: checkVoiceAnswer,
    describe: (_, value) => describeVoiceAnswer(value),
  },
  timer: {
    Step: lazy(async () => ({ default: (await import('./timer/timer-step.tsx')).TimerStep })),
    check: checkTimerAnswer,
    describe: (_, value) => describeTimerAnswer(value),
  },
  bill: {
    Step: lazy(async () => ({ default: (await import('./bill/bill-step.tsx')).BillStep })),
    AnswerView: lazy(async () => ({
      default: (await import('./bill/bill-answer-view.tsx')).BillAnswerView,
    })),
    check: checkBillAnswer,
    describe: (_, value) => describeBillAnswer(value),
  },
  list: {
    Step: lazy(async () => ({ default: (await import('./list/list-step.tsx')).ListStep })),
    AnswerView: lazy(async () => ({
      default: (await import('./list/list-answer-view.tsx')).ListAnswerView,
    })),
    check: checkListAnswer,
    describe: (_, value) => describeListAnswer(value),
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
