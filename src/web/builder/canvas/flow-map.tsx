import { MiniMap, useStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { useFlow } from '../builder-context.tsx'
import { farZoom } from './detailed-pages.ts'

/** From so many pages on it helps to see where one is. */
const worthAMap = 8

/** A small map of the whole flow: press or drag to go there. From afar the canvas is its own map. */
export const FlowMap = () => {
  const isLarge = useFlow(({ pageOrder }) => pageOrder.length >= worthAMap)
  const isNear = useStore(({ transform }) => transform[2] >= farZoom)
  const [isTime, setTime] = useState(false)
  // The pages themselves are drawn first.
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isLarge || !isTime || !isNear) return null
  return (
    <MiniMap
      ariaLabel="Map of the flow"
      position="bottom-right"
      pannable
      zoomable
      nodeBorderRadius={24}
      className="flow-map max-lg:hidden"
    />
  )
}
