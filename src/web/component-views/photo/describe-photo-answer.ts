import type { AnswerValue } from '#domain/components/answer.ts'
import { listPhotos } from '#domain/components/photo/photo-answer.ts'

/** "2 photos: Front, Back". */
export const describePhotoAnswer = (value: AnswerValue): string => {
  const photos = listPhotos(value)
  if (photos.length === 0) return ''
  const count = photos.length === 1 ? '1 photo' : `${photos.length} photos`
  const categories = photos.flatMap(({ category }) => category ?? [])
  return categories.length === 0 ? count : `${count}: ${categories.join(', ')}`
}
