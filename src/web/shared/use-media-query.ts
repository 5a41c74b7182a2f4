import { useSyncExternalStore } from 'react'

/** Whether a media query holds, for what CSS alone can not do: another structure on a phone. */
export const useMediaQuery = (query: string): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(query).matches,
  )

/** Where there is room for one column alone. */
export const phoneWidth = '(width < 40rem)'
