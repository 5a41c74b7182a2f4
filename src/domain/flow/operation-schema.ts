import { z } from 'zod'
import { componentSchema } from '#domain/components/component-registry.ts'
import { componentIdSchema, idSchema } from '#domain/shared/identifier-schema.ts'
import { jsonSchema } from '#domain/shared/json-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import {
  flowSettingsChangesSchema,
  pageSchema,
  pageSettingsChangesSchema,
  positionSchema,
  transitionSchema,
} from './flow-schema.ts'

const index = z.int().min(0).max(10_000)

/** Settings to set, by name. The reducer checks the result against the schema of its target. */
const changes = z
  .record(z.string().max(64), jsonSchema)
  .refine((record) => Object.keys(record).length > 0, 'must change something')

const simpleOperations = [
  z.strictObject({ type: z.literal('flow.update'), changes: flowSettingsChangesSchema }),
  z.strictObject({ type: z.literal('page.add'), page: pageSchema, index }),
  z.strictObject({
    type: z.literal('page.update'),
    pageId: idSchema,
    changes: pageSettingsChangesSchema,
  }),
  z.strictObject({
    type: z.literal('page.move'),
    pageId: idSchema,
    position: positionSchema.optional(),
    index: index.optional(),
  }),
  z.strictObject({ type: z.literal('page.remove'), pageId: idSchema }),
  z.strictObject({
    type: z.literal('component.add'),
    pageId: idSchema,
    index,
    component: componentSchema,
  }),
  z.strictObject({ type: z.literal('component.update'), componentId: componentIdSchema, changes }),
  z.strictObject({
    type: z.literal('component.move'),
    componentId: componentIdSchema,
    pageId: idSchema,
    index,
  }),
  z.strictObject({ type: z.literal('component.remove'), componentId: componentIdSchema }),
  z.strictObject({ type: z.literal('component.changeType'), component: componentSchema }),
  z.strictObject({
    type: z.literal('transition.add'),
    pageId: idSchema,
    transition: transitionSchema,
    index,
  }),
  z.strictObject({
    type: z.literal('transition.update'),
    pageId: idSchema,
    transition: transitionSchema,
  }),
  z.strictObject({
    type: z.literal('transition.remove'),
    pageId: idSchema,
    transitionId: idSchema,
  }),
] as const

const simpleOperationSchema = z.discriminatedUnion('type', simpleOperations)

/** So many changes can be one step. */
export const largestBatch = 6_000

/** One gesture that takes several changes: one undo step, all or nothing. */
const batchSchema = z.strictObject({
  type: z.literal('batch'),
  label: safeText.max(200),
  operations: z.array(simpleOperationSchema).min(1).max(largestBatch),
})

/** A change of a flow: the only way in which its document ever changes. */
export const operationSchema = z
  .discriminatedUnion('type', [...simpleOperations, batchSchema])
  .meta({ id: 'Operation' })

export type SimpleOperation = z.infer<typeof simpleOperationSchema>
export type Operation = z.infer<typeof operationSchema>
export type OperationOf<Type extends SimpleOperation['type']> = Extract<
  SimpleOperation,
  { type: Type }
>
