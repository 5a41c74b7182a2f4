import { Camera } from 'lucide-react'
import type { PhotoComponent } from '#domain/components/photo/photo-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'

const countOf = ({ minimum, maximum }: PhotoComponent): string => {
  const range = minimum === maximum ? `${maximum}` : `${minimum}–${maximum}`
  return `${range} ${maximum === 1 ? 'photo' : 'photos'}`
}

/** The Photo component in the Flow Builder. */
export const photoView: ComponentView<PhotoComponent> = {
  icon: () => Camera,
  presetIcon: () => Camera,
  detail: (photo) =>
    [
      countOf(photo),
      photo.categories.length > 0 && `${photo.categories.length} categories`,
      !photo.fromGallery && 'camera only',
    ]
      .filter(Boolean)
      .join(' · '),
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./photo-settings.tsx')).PhotoSettings),
}
