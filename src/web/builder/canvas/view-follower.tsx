import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { farZoom, refineDetails, toVisibleRect } from './detailed-pages.ts'

/**
 * Follows the view without rendering anything: fills in the pages that come into sight, and marks the
 * canvas as seen from afar, where pages are drawn as their title alone.
 */
export const ViewFollower = () => {
  const store = useStoreApi()
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const { transform, width, height, nodes, domNode } = store.getState()
      const [x, y, zoom] = transform
      const isFar = zoom < farZoom
      domNode?.classList.toggle('far', isFar)
      // What is drawn already stays, for when the view comes near again.
      if (!isFar && refineDetails(nodes, toVisibleRect({ x, y, zoom }, width, height))) schedule()
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    schedule()
    const unsubscribe = store.subscribe((now, before) => {
      const isSame =
        now.transform === before.transform &&
        now.nodes === before.nodes &&
        now.width === before.width &&
        now.height === before.height
      if (!isSame) schedule()
    })
    return () => {
      unsubscribe()
      cancelAnimationFrame(frame)
    }
  }, [store])
  return null
}
