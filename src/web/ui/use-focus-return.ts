import { useState } from 'react'

/**
 * Gives the focus back to what had it when the component was first drawn; also as Radix'
 * `onCloseAutoFocus`, which itself knows only of a trigger: what a shortcut opens has none.
 */
export const useFocusReturn = (): ((event?: Event) => void) => {
  const [cameFrom] = useState(() => document.activeElement)
  return (event) => {
    event?.preventDefault()
    if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true })
  }
}
