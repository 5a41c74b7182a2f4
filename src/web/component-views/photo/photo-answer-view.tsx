import { useState } from 'react'
import type { PhotoAnswer } from '#domain/components/answer.ts'
import { listPhotos } from '#domain/components/photo/photo-answer.ts'
import type { PhotoComponent } from '#domain/components/photo/photo-schema.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import type { AnswerViewProps } from '../answer-view.ts'
import { useFileUrl } from '../shared/use-file-url.ts'

/** The photos of an answer, small; a click shows one whole. */
export const PhotoAnswerView = ({ component, value, files }: AnswerViewProps<PhotoComponent>) => (
  <ul className="flex flex-wrap gap-2">
    {listPhotos(value).map((photo, index) => (
      <Thumbnail
        key={photo.fileId}
        photo={photo}
        files={files}
        label={`Photo ${index + 1} of ${component.title}`}
      />
    ))}
  </ul>
)

interface ThumbnailProps extends Pick<AnswerViewProps<PhotoComponent>, 'files'> {
  photo: PhotoAnswer['photos'][number]
  label: string
}

const Thumbnail = ({ photo, files, label }: ThumbnailProps) => {
  const { url, failed } = useFileUrl(files, photo.fileId)
  const [isOpen, setIsOpen] = useState(false)
  if (failed) return <li className="text-muted">{label} cannot be shown</li>
  if (url === undefined) return <Skeleton className="size-24" />
  return (
    <li className="flex flex-col gap-0.5">
      <button
        type="button"
        aria-label={`Show ${label} whole`}
        className="rounded-lg"
        onClick={() => setIsOpen(true)}
      >
        <img src={url} alt={label} className="size-24 rounded-lg object-cover" />
      </button>
      {photo.category !== null && <span className="text-muted text-xs">{photo.category}</span>}
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={photo.category === null ? label : `${label}: ${photo.category}`}
        wide
      >
        <img src={url} alt={label} className="mb-4 w-full rounded-lg" />
      </Dialog>
    </li>
  )
}
