import { Camera } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PhotoComponent } from '#domain/components/photo/photo-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import type { StepProps } from '../step-props.ts'
import { PhotoTile } from './photo-tile.tsx'
import { usePhotoStep } from './use-photo-step.ts'

/** Asks for photos: taken or chosen, looked at, taken again or removed. */
export const PhotoStep = (props: StepProps<PhotoComponent>) => {
  const { component, error, context } = props
  const { title, helpText, required, maximum, categories, fromGallery } = component
  const { photos, preparing, refusal, take, remove, categorise } = usePhotoStep(props)
  const picker = useRef<HTMLInputElement>(null)
  const [replaced, setReplaced] = useState<string>()
  const pick = (fileId?: string) => {
    setReplaced(fileId)
    picker.current?.click()
  }
  return (
    <StepFrame
      title={title}
      helpText={helpText}
      required={required}
      error={error?.message ?? refusal}
    >
      <input
        ref={picker}
        hidden
        type="file"
        accept="image/*"
        aria-label={`Picture for ${title}`}
        multiple={fromGallery && replaced === undefined && maximum > 1}
        {...(!fromGallery && { capture: 'environment' })}
        onChange={({ target }) => {
          void take([...(target.files ?? [])], replaced)
          // The same picture may be chosen again.
          target.value = ''
        }}
      />
      {photos.length > 0 && (
        <ul className="grid grid-cols-2 gap-3">
          {photos.map(({ fileId, category }, index) => (
            <PhotoTile
              key={fileId}
              files={context.files}
              fileId={fileId}
              label={`Photo ${index + 1} of ${title}`}
              categories={categories}
              category={category}
              onCategory={(chosen) => categorise(fileId, chosen)}
              onRetake={() => pick(fileId)}
              onRemove={() => remove(fileId)}
            />
          ))}
        </ul>
      )}
      <Button
        size="large"
        busy={preparing > 0}
        disabled={photos.length >= maximum}
        {...(error && { 'aria-invalid': true })}
        onClick={() => pick()}
      >
        <Camera aria-hidden="true" className="size-5" />
        {fromGallery ? 'Add photo' : 'Take photo'}
      </Button>
      <p role="status" className="text-center text-muted text-xs">
        {countText(component, photos.length)}
      </p>
    </StepFrame>
  )
}

const countText = ({ minimum, maximum, required }: PhotoComponent, count: number): string => {
  const least = required ? Math.max(1, minimum) : 0
  const asked =
    least === maximum ? `${maximum}` : least === 0 ? `up to ${maximum}` : `${least} to ${maximum}`
  return `${count} taken, ${asked} asked for`
}
