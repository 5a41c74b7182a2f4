import { billMileapp } from './bill/bill-mileapp.ts'
import type { Component, ComponentTypeName } from './component-registry.ts'
import { inputMileapp } from './input/input-mileapp.ts'
import { listMileapp } from './list/list-mileapp.ts'
import type { MileappMapping } from './mileapp-mapping.ts'
import { otpMileapp } from './otp/otp-mileapp.ts'
import { photoMileapp } from './photo/photo-mileapp.ts'
import { selectMileapp } from './select/select-mileapp.ts'
import { signatureMileapp } from './signature/signature-mileapp.ts'
import { timerMileapp } from './timer/timer-mileapp.ts'
import { viewMileapp } from './view/view-mileapp.ts'
import { voiceMileapp } from './voice/voice-mileapp.ts'

/**
 * How each Component Type reads in MileApp's flow JSON. Apart from the component registry, because
 * only import and export need it: the screens of the worker and the builder do without.
 */
const mileappRegistry = {
  otp: otpMileapp,
  input: inputMileapp,
  select: selectMileapp,
  photo: photoMileapp,
  signature: signatureMileapp,
  voice: voiceMileapp,
  timer: timerMileapp,
  bill: billMileapp,
  list: listMileapp,
  view: viewMileapp,
} satisfies { [Name in ComponentTypeName]: MileappMapping<Extract<Component, { type: Name }>> }

/** The mapping of a Component Type; as with the component registry, it takes components of its type. */
export const getMileappMapping = (name: ComponentTypeName) =>
  mileappRegistry[name] as unknown as MileappMapping<Component>

const typeByKind = new Map(
  Object.entries(mileappRegistry).map(([type, { component }]) => [
    component,
    type as ComponentTypeName,
  ]),
)

/** The Component Type that a kind of MileApp's is, whatever its case. */
export const findTypeOfKind = (kind: unknown): ComponentTypeName | undefined =>
  typeof kind === 'string' ? typeByKind.get(kind.toLowerCase()) : undefined
