import type { AnswerError, Answers, AnswerValue } from '#domain/components/answer.ts'
import type { Component, ComponentTypeName } from '#domain/components/component-registry.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { Channel } from '#domain/otp/channel.ts'
import type { AnswerFiles } from '#web/shared/answer-files.ts'

/** A sent code, as far as a step shows it: the Challenge of the API, or one of the preview. */
export interface SentCode {
  challengeId: string
  channel: Channel
  maskedRecipient: string
  status:
    | 'created'
    | 'sending'
    | 'sent'
    | 'delivered'
    | 'verified'
    | 'expired'
    | 'exhausted'
    | 'failed'
    | 'superseded'
  failure: string | null
  failureCode: string | null
  attemptsLeft: number
  createdAt: string
  verifiedAt: string | null
  expiresAt: string
  resendAt: string
}

/** Sends and verifies codes for one task. Every call throws ApiError when it does not succeed. */
export interface OtpGateway {
  /** The newest code of a step; nothing when none was sent. */
  findLatest: (componentId: string) => Promise<SentCode | null>
  send: (componentId: string, useBackupChannel: boolean) => Promise<SentCode>
  verify: (componentId: string, code: string) => Promise<{ verifiedAt: string }>
  /** What a verification left on the task; null when there was none, or another recipient voided it. */
  findAnswer: (componentId: string) => Promise<AnswerValue>
  /** Takes the buttons of a step that is shown, to press them from outside; gives what lets go of them. */
  connect?: (componentId: string, buttons: OtpButtons) => () => void
}

/** What the buttons of an OTP step do. They reject with what the step then shows. */
export interface OtpButtons {
  send: (useBackupChannel: boolean) => Promise<unknown>
  verify: (code: string) => Promise<unknown>
}

/** What a step may need from around it. */
export interface StepContext {
  document: FlowDocument
  /** All answers so far, as they stand in the forms. */
  answers: Answers
  /** Null where there is no task: on the Initial Page. */
  otp: OtpGateway | null
  /** Takes and shows the files of answers. */
  files: AnswerFiles
  /** What the task is recognised by, for the watermark of photos. */
  taskTitle: string
  /** Tells the task's query keys apart. */
  taskId: string | null
}

/** One component as whoever does the task sees it. */
export interface StepProps<Shown extends { type: ComponentTypeName } = Component> {
  component: Shown
  /** The answer so far; null for none. May still be wrong: it is what was typed. */
  value: AnswerValue
  error: AnswerError | undefined
  onChange: (value: AnswerValue) => void
  /** How the answer to an earlier component reads; empty when there is none. */
  describeAnswer: (componentId: string) => string
  context: StepContext
}
