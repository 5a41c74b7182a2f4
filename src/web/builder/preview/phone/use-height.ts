import { useEffect, useState } from 'react'

/** The height of an element's inside in CSS pixels, as it changes; nothing before it is measured. */
export const useHeight = (find: () => Element | null | undefined): number | undefined => {
  const [height, setHeight] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element is there once and for all
  useEffect(() => {
    const element = find()
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return height
}
