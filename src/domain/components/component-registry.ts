import { z } from 'zod'
import { billComponent } from './bill/bill-component.ts'
import type { ComponentType } from './component-type.ts'
import { inputComponent } from './input/input-component.ts'
import { listComponent } from './list/list-component.ts'
import { otpComponent } from './otp/otp-component.ts'
import { photoComponent } from './photo/photo-component.ts'
import { selectComponent } from './select/select-component.ts'
import { signatureComponent } from './signature/signature-component.ts'
import { timerComponent } from './timer/timer-component.ts'
import { viewComponent } from './view/view-component.ts'
import { voiceComponent } from './voice/voice-component.ts'

/** Every Component Type there is. Adding one adds a folder beside this file and a line here. */
const componentRegistry = {
  otp: otpComponent,
  input: inputComponent,
  select: selectComponent,
  photo: photoComponent,
  signature: signatureComponent,
  voice: voiceComponent,
  timer: timerComponent,
  bill: billComponent,
  list: listComponent,
  view: viewComponent,
}

type Registry = typeof componentRegistry
export type ComponentTypeName = keyof Registry
export type Component = z.infer<Registry[ComponentTypeName]['schema']>

export const componentTypeNames = Object.keys(componentRegistry) as [
  ComponentTypeName,
  ...ComponentTypeName[],
]

type Schemas = [z.ZodObject<{ type: z.ZodLiteral }>, ...z.ZodObject<{ type: z.ZodLiteral }>[]]

/**
 * Any component, told apart by its `type`. TypeScript forgets, over `Object.values`, that there is at
 * least one schema and which components they describe: both are said again here.
 */
export const componentSchema = z
  .discriminatedUnion(
    'type',
    Object.values(componentRegistry).map(({ schema }) => schema) as unknown as Schemas,
  )
  .meta({ id: 'Component' }) as unknown as z.ZodType<Component>

/**
 * The Component Type of a component. A union of types is not callable with a union of components, so
 * this is the one place that says: the entry named by `type` takes components of that `type`.
 */
export const getComponentType = (name: ComponentTypeName) =>
  componentRegistry[name] as unknown as ComponentType<Component>
