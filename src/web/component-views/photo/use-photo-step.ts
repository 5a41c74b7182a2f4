import { useRef, useState } from 'react'
import type { PhotoAnswer } from '#domain/components/answer.ts'
import { listPhotos } from '#domain/components/photo/photo-answer.ts'
import type { PhotoComponent } from '#domain/components/photo/photo-schema.ts'
import type { StepProps } from '../step-props.ts'
import { preparePhoto } from './prepare-photo.ts'
import { writeWatermark } from './watermark.ts'

type Photo = PhotoAnswer['photos'][number]

/** Takes photos into the answer: prepared one by one, named at once, uploaded in the background. */
export const usePhotoStep = ({
  component,
  value,
  onChange,
  context,
}: StepProps<PhotoComponent>) => {
  const { files, taskTitle } = context
  const [preparing, setPreparing] = useState(0)
  const [refusal, setRefusal] = useState<string>()
  // A photo is ready a while after it was chosen: by then the answer may be another one.
  const photos = useRef<Photo[]>([])
  photos.current = listPhotos(value)

  const write = (next: Photo[]) => {
    photos.current = next
    onChange(next.length === 0 ? null : { photos: next })
  }
  const put = (replaced: string | undefined, content: Blob) => {
    const photo: Photo = {
      fileId: files.add(component.id, content),
      category: component.categories.length === 1 ? (component.categories[0] ?? null) : null,
    }
    const index = photos.current.findIndex(({ fileId }) => fileId === replaced)
    if (replaced === undefined || index < 0) return write([...photos.current, photo])
    files.forget(replaced)
    write(
      photos.current.with(index, { ...photo, category: photos.current[index]?.category ?? null }),
    )
  }
  return {
    photos: photos.current,
    preparing,
    refusal,
    /** Adds pictures, or puts the first of them in the place of a photo. */
    async take(pictures: readonly File[], replaced?: string) {
      const room = replaced === undefined ? component.maximum - photos.current.length : 1
      const taken = pictures.slice(0, Math.max(0, room))
      setRefusal(
        taken.length < pictures.length ? `Only ${component.maximum} can be kept.` : undefined,
      )
      setPreparing(taken.length)
      const watermark = await writeWatermark(component, taskTitle)
      for (const picture of taken) {
        try {
          put(replaced, await preparePhoto(picture, watermark))
        } catch {
          setRefusal(`"${picture.name}" is no picture that this phone can read.`)
        }
        setPreparing((before) => before - 1)
      }
    },
    remove(fileId: string) {
      files.forget(fileId)
      write(photos.current.filter((photo) => photo.fileId !== fileId))
    },
    categorise(fileId: string, category: string | null) {
      write(
        photos.current.map((photo) => (photo.fileId === fileId ? { ...photo, category } : photo)),
      )
    },
  }
}
