import { MiniMap } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { useFlow } from '../builder-context.tsx'

/** From so many pages on it helps to see where one is. */
const worthAMap = 8

/** A small map of the whole flow: press or drag to go there. Not on narrow screens. */
export const FlowMap = () => {
  const isLarge = useFlow(({ pageOrder }) => pageOrder.length >= worthAMap)
  const [isTime, setTime] = useState(false)
  // The pages themselves are drawn first.
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isLarge || !isTime) return null
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
