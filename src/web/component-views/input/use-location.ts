import { useState } from 'react'
import type { Coordinate } from '#domain/components/answer.ts'

/** Six places are about 10 cm: more than a phone can tell. */
const toDegrees = (value: number): number => Number(value.toFixed(6))

/** Finds where this device is, or says why it cannot. `instead` is what else the worker can do. */
export const useLocation = (onFound: (point: Coordinate) => void, instead: string) => {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const find = () => {
    setBusy(true)
    setRefusal(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false)
        onFound({ latitude: toDegrees(coords.latitude), longitude: toDegrees(coords.longitude) })
      },
      ({ code }) => {
        setBusy(false)
        setRefusal(
          code === GeolocationPositionError.PERMISSION_DENIED
            ? `This page may not see your location. Allow it in the browser${instead}.`
            : `Your location could not be found. Try again under the open sky${instead}.`,
        )
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return { busy, refusal, find }
}
