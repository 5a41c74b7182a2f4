import { err, ok, type Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue, PhotoAnswer } from '../answer.ts'
import { readAll, readId, readRecord } from '../read-answer.ts'
import type { PhotoComponent } from './photo-schema.ts'

type Checked = Result<PhotoAnswer | null, AnswerError>

const invalid = (message: string): Checked => err({ code: 'invalid', message })
const photosOf = (count: number) => (count === 1 ? '1 photo' : `${count} photos`)

const readPhoto = (item: unknown): PhotoAnswer['photos'][number] | undefined => {
  const { fileId, category = null } = readRecord(item) ?? {}
  const id = readId(fileId)
  return id !== undefined && (category === null || typeof category === 'string')
    ? { fileId: id, category }
    : undefined
}

/** The photos of an answer; none when it is no answer to a Photo. */
export const listPhotos = (value: AnswerValue): PhotoAnswer['photos'] =>
  typeof value === 'object' && value !== null && 'photos' in value ? value.photos : []

/**
 * Accepts photos by their files' ids. Too few are refused only where an answer is required: what is
 * saved on the way is not complete yet. That the files are there is what the server makes sure of.
 */
export const checkPhotoAnswer = (photo: PhotoComponent, value: unknown): Checked => {
  const given = value === null || value === undefined ? [] : readRecord(value)?.photos
  const photos = readAll(given, 100, readPhoto)
  if (photos === undefined) return invalid('This is not a list of photos.')
  if (photos.length > photo.maximum) return invalid(`Keep at most ${photosOf(photo.maximum)}.`)
  if (new Set(photos.map(({ fileId }) => fileId)).size < photos.length) {
    return invalid('The same photo is there twice.')
  }
  const strange = photos.find(
    ({ category }) => category !== null && !photo.categories.includes(category),
  )
  if (strange !== undefined) return invalid(`"${strange.category}" is not one of the categories.`)
  if (photo.required) {
    const least = Math.max(1, photo.minimum)
    if (photos.length < least) {
      return err({ code: 'required', message: `Take at least ${photosOf(least)}.` })
    }
    if (photo.categories.length > 0 && photos.some(({ category }) => category === null)) {
      return err({ code: 'required', message: 'Choose a category for every photo.' })
    }
  }
  return ok(photos.length === 0 ? null : { photos })
}
