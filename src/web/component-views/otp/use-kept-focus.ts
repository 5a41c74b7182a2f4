import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus inside of an element whose content changes: what had it is gone then, and who types or
 * listens would be nowhere. It goes to the first field, else to the heading.
 *
 * @param stage Another value each time that the content is another.
 */
export const useKeptFocus = (element: RefObject<HTMLElement | null>, stage: string) => {
  const isInside = useRef(false)
  const seen = useRef(stage)
  useEffect(() => {
    if (seen.current === stage) return
    seen.current = stage
    const { current } = element
    if (!isInside.current || current?.contains(document.activeElement)) return
    current?.querySelector<HTMLElement>('input, h3')?.focus()
  }, [element, stage])
  return {
    onFocus: () => {
      isInside.current = true
    },
    /** Not called for what is taken out of the document while it has the focus. */
    onBlur: () => {
      isInside.current = false
    },
  }
}
