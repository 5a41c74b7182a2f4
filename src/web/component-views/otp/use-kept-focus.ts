import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

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
    if (!isInside.current || document.activeElement !== document.body) return
    const find = (kind: 'input' | 'h3') => element.current?.querySelector<HTMLElement>(kind)
    const next = find('input') ?? find('h3')
    next?.focus()
  }, [element, stage])
  return {
    onFocus: () => {
      isInside.current = true
    },
    /** Without another element that takes it, the focus was lost: to a button that waits, or is gone. */
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) isInside.current = false
    },
  }
}
