import type { Finding } from '../component-problem.ts'
import { defineComponentType } from '../component-type.ts'
import { checkPhotoAnswer, listPhotos } from './photo-answer.ts'
import { type PhotoComponent, photoSchema } from './photo-schema.ts'

const findProblems = (photo: PhotoComponent): Finding[] => {
  const { minimum, maximum, categories, required } = photo
  const findings: Finding[] = []
  if (minimum > maximum) {
    findings.push({
      code: 'photo-range-empty',
      severity: 'error',
      message: `No answer fits: the minimum (${minimum}) is above the maximum (${maximum}).`,
      setting: 'minimum',
    })
  }
  if (minimum > 1 && !required) {
    findings.push({
      code: 'photo-minimum-unused',
      severity: 'warning',
      message:
        'It is not required, so fewer photos than the minimum are accepted. Make it required.',
      setting: 'minimum',
    })
  }
  if (new Set(categories).size < categories.length) {
    findings.push({
      code: 'photo-category-twin',
      severity: 'error',
      message: 'Two categories have the same name. Rename or remove one of them.',
      setting: 'categories',
    })
  }
  return findings
}

/** The Photo component: asks for photos. */
export const photoComponent = defineComponentType<PhotoComponent>({
  label: 'Photo',
  schema: photoSchema,
  presets: [
    {
      name: 'photo',
      label: 'Photo',
      description: 'Photos from the camera or the gallery',
      synonyms: ['picture', 'image', 'camera', 'proof of delivery', 'pod', 'snapshot', 'gallery'],
      settings: { title: 'Photo' },
    },
  ],
  asksAnswer: true,
  files: { kind: 'image', list: (value) => listPhotos(value).map(({ fileId }) => fileId) },
  recipientKind: () => null,
  choices: () => null,
  describe: () => 'Photo',
  renameReference: (photo) => photo,
  checkAnswer: checkPhotoAnswer,
  findProblems,
})
