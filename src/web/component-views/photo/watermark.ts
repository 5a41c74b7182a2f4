import type { PhotoComponent } from '#domain/components/photo/photo-schema.ts'
import { formatDateTime } from '#web/shared/format-time.ts'

const findPosition = (): Promise<string> =>
  new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(`${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`),
      () => resolve('Position unknown'),
      { enableHighAccuracy: true, timeout: 8_000, maximumAge: 60_000 },
    )
  })

/** What is drawn on a photo that is taken now, line by line. */
export const writeWatermark = async (
  { watermarkTime, watermarkPosition, watermarkTask }: PhotoComponent,
  taskTitle: string,
): Promise<string[]> => {
  const position = watermarkPosition ? await findPosition() : null
  return [
    watermarkTime ? formatDateTime(new Date().toISOString()) : null,
    position,
    watermarkTask ? taskTitle : null,
  ].filter((line) => line !== null)
}
