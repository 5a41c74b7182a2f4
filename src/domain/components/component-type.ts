import type { z } from 'zod'
import type { RecipientKind } from '#domain/otp/channel.ts'
import type { Result } from '#domain/shared/result.ts'
import type { AnswerContext, AnswerError, AnswerValue } from './answer.ts'
import type { FileKind } from './answer-file.ts'
import type { Choice } from './choice.ts'
import type { ComponentBase } from './component-base-schema.ts'
import type { ComponentContext, Finding } from './component-problem.ts'

/** One way to start a component, as the palette offers it: a type with some settings chosen. */
export interface Preset {
  /** Stable, for tests and for "recently used". */
  name: string
  label: string
  description: string
  /** Other words that people search for. */
  synonyms: readonly string[]
  settings: Record<string, unknown>
}

/**
 * All that the domain knows of one Component Type. Everything else (how it looks on the canvas, its
 * settings form, its step on the worker's phone) is in `web/component-views/<type>`.
 */
export interface ComponentType<Component extends ComponentBase = ComponentBase> {
  label: string
  schema: z.ZodType<Component>
  presets: readonly [Preset, ...Preset[]]
  /** Whether a worker or a planner writes an answer to it. */
  asksAnswer: boolean
  /** The files that its answers name; absent when they name none. */
  files?: { kind: FileKind; list(value: AnswerValue): string[] }
  /** The recipient that its answer can be, for an OTP that comes later. */
  recipientKind(component: Component): RecipientKind | null
  /** The fixed values that its answer can have, for conditions; null when it can be anything. */
  choices(component: Component): readonly Choice[] | null
  /** What conditions can say of its answer: how large it is, or only whether there is one. */
  comparesAs?(component: Component): 'number' | 'presence' | 'text'
  /** How its data type or channel reads in a list, for example "Phone Number". */
  describe(component: Component): string
  /** The same component with every reference to one component id pointing to another. */
  renameReference(component: Component, from: string, to: string): Component
  /** Accepts an answer, in the form in which it is stored, or says what is wrong with it. */
  checkAnswer(
    component: Component,
    value: unknown,
    context: AnswerContext,
  ): Result<AnswerValue, AnswerError>
  findProblems(component: Component, context: ComponentContext): Finding[]
}

/** Types the definition of a Component Type from its schema. */
export const defineComponentType = <Component extends ComponentBase>(
  definition: ComponentType<Component>,
): ComponentType<Component> => definition
