import { ImageOff, RotateCcw, X } from 'lucide-react'
import type { AnswerFiles } from '#web/shared/answer-files.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Select } from '#web/ui/select.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { UploadNote } from '../shared/upload-note.tsx'
import { useFileUrl } from '../shared/use-file-url.ts'

interface PhotoTileProps {
  files: AnswerFiles
  fileId: string
  /** Which photo it is, for example "Photo 2 of Parcel". */
  label: string
  categories: readonly string[]
  category: string | null
  onCategory: (category: string | null) => void
  onRetake: () => void
  onRemove: () => void
}

/** One photo that was taken: what it shows, how its upload goes, and how to be rid of it. */
export const PhotoTile = (props: PhotoTileProps) => {
  const { files, fileId, label, categories, category, onCategory, onRetake, onRemove } = props
  const { url, failed } = useFileUrl(files, fileId)
  return (
    <li className="flex min-w-0 flex-col gap-1.5">
      <span className="relative block">
        {url !== undefined && (
          <img src={url} alt={label} className="aspect-square w-full rounded-xl object-cover" />
        )}
        {url === undefined && !failed && <Skeleton className="aspect-square h-auto! w-full" />}
        {failed && (
          <span
            role="img"
            aria-label={`${label} cannot be shown`}
            className="grid aspect-square w-full place-items-center rounded-xl bg-subtle text-muted"
          >
            <ImageOff aria-hidden="true" className="size-6" />
          </span>
        )}
        <span className="absolute inset-x-1.5 bottom-1.5 flex justify-between">
          <IconButton
            icon={RotateCcw}
            label={`Take ${label} again`}
            tooltipSide="top"
            variant="secondary"
            size="large"
            onClick={onRetake}
          />
          <IconButton
            icon={X}
            label={`Remove ${label}`}
            tooltipSide="top"
            variant="secondary"
            size="large"
            onClick={onRemove}
          />
        </span>
      </span>
      <UploadNote files={files} fileId={fileId} />
      {categories.length > 0 && (
        <Select
          aria-label={`Category of ${label}`}
          value={category ?? ''}
          onChange={({ target }) => onCategory(target.value === '' ? null : target.value)}
        >
          <option value="">Category</option>
          {categories.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
    </li>
  )
}
