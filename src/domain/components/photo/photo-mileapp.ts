import { flagField, lost, noDefaultField, numberField, unset } from '../mileapp-fields.ts'
import { defineMileappMapping, type MileappField } from '../mileapp-mapping.ts'
import { mostPhotos, type PhotoComponent } from './photo-schema.ts'

const categoriesField: MileappField<PhotoComponent> = {
  keys: ['categories'],
  becomes: 'Categories',
  read: (value) => {
    if (value === null) return unset
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
      ? { settings: { categories: value } }
      : lost('It is not a list of texts.')
  },
  write: ({ categories }) => ({ categories }),
}

const watermarkField: MileappField<PhotoComponent> = {
  keys: ['watermark'],
  becomes: 'the time and the position are drawn on the photo',
  read: (value) => {
    if (value === null) return unset
    return typeof value === 'boolean'
      ? { settings: { watermarkTime: value, watermarkPosition: value } }
      : lost('It is neither true nor false.')
  },
  write: ({ watermarkTime, watermarkPosition, watermarkTask }) => ({
    watermark: watermarkTime || watermarkPosition || watermarkTask,
  }),
}

export const photoMileapp = defineMileappMapping<PhotoComponent>({
  component: 'photo',
  fields: [
    noDefaultField,
    numberField(['min'], 'minimum', { minimum: 0, maximum: mostPhotos }, 'Minimum'),
    numberField(['max'], 'maximum', { minimum: 1, maximum: mostPhotos }, 'Maximum'),
    categoriesField,
    watermarkField,
    flagField(['selectGallery'], 'fromGallery', 'From gallery'),
  ],
  kept: ['tags'],
})
