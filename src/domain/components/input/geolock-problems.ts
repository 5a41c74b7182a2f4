import type { ComponentContext, FieldInSight, Finding } from '../component-problem.ts'
import { dataTypeLabels } from '../data-type.ts'
import type { InputComponent } from './input-schema.ts'

const setting = 'geolockField'

/** Whether a field asks for a point on earth, and so can be the centre of a geolock. */
export const isCoordinateField = ({ describe }: Pick<FieldInSight, 'describe'>): boolean =>
  describe === dataTypeLabels.coordinate

const findCentreProblems = (id: string, { findField }: ComponentContext): Finding[] => {
  const field = findField(id)
  const refuse = (code: string, message: string, severity: Finding['severity'] = 'error') => [
    { code, severity, message, setting },
  ]
  if (field === undefined) {
    return refuse(
      'geolock-field-deleted',
      `The geolock is around "${id}", but no field has that id.`,
    )
  }
  if (!isCoordinateField(field)) {
    return refuse(
      'geolock-field-unfit',
      `The geolock is around "${field.title}", which is no Coordinate. Choose another field.`,
    )
  }
  if (field.place === 'itself' || field.place === 'below' || field.place === 'later-page') {
    return refuse(
      'geolock-field-later',
      `The geolock is around "${field.title}", which is not answered yet there. Choose an earlier field.`,
    )
  }
  if (field.place === 'skippable' || !field.required || !field.visible) {
    return refuse(
      'geolock-field-optional',
      `Where "${field.title}" is not answered, the geolock lets every place pass. Make it required and visible on every path.`,
      'warning',
    )
  }
  return []
}

/** What is wrong with the geolock of a Coordinate. */
export const findGeolockProblems = (
  input: InputComponent,
  context: ComponentContext,
): Finding[] => {
  if (input.dataType !== 'coordinate' || input.geolock === 'off') return []
  if (input.geolock === 'point') {
    const isSet = input.geolockLatitude !== null && input.geolockLongitude !== null
    if (isSet) return []
    return [
      {
        code: 'geolock-point-missing',
        severity: 'error',
        message: 'Enter the latitude and the longitude around which the worker must be.',
        setting: 'geolockLatitude',
      },
    ]
  }
  if (input.geolockField !== null) return findCentreProblems(input.geolockField, context)
  return [
    {
      code: 'geolock-field-missing',
      severity: 'error',
      message: 'Choose the earlier Coordinate field around which the worker must be.',
      setting,
    },
  ]
}
