import { useStore } from '@xyflow/react'
import { useLayoutEffect } from 'react'

/** Below this zoom a row's text can't be read any more. */
const farZoom = 0.35

/**
 * Marks the canvas as seen from afar, where pages are drawn as their title alone. A class on the
 * canvas and not a state, so that no page renders again when the border is crossed.
 */
export const FarClass = () => {
  const isFar = useStore(({ transform }) => transform[2] < farZoom)
  const root = useStore(({ domNode }) => domNode)
  useLayoutEffect(() => {
    root?.classList.toggle('far', isFar)
  }, [root, isFar])
  return null
}
