import { type FocusEvent, useLayoutEffect, useRef } from 'react'

interface Options {
  /** Finds the items of the list, of which one can go away with what has the focus. */
  items: string
  /** What of the next item gets the focus. */
  within: string
  /** What gets it when no item is left; without it the list itself, which then needs a `tabIndex`. */
  rest?: string
}

/**
 * Passes the focus on when the item of a list that has it goes away, for example because it was done:
 * to what stands in its place then. To be spread over the element that holds the list.
 */
export const useFocusPassedOn = <Holder extends HTMLElement>({ items, within, rest }: Options) => {
  const holder = useRef<Holder>(null)
  /** The place of the item with the focus; nothing while the focus is elsewhere. */
  const place = useRef<number>(undefined)

  useLayoutEffect(() => {
    if (place.current === undefined || document.activeElement !== document.body) return
    const listed = holder.current?.querySelectorAll<HTMLElement>(items) ?? []
    const item = listed[Math.min(place.current, listed.length - 1)]
    const found = item?.querySelector<HTMLElement>(within)
    const last = rest === undefined ? null : holder.current?.querySelector<HTMLElement>(rest)
    const next = found ?? last ?? holder.current
    next?.focus()
  })

  return {
    ref: holder,
    onFocus: ({ currentTarget, target }: FocusEvent<Holder>) => {
      const listed = [...currentTarget.querySelectorAll(items)]
      const index = listed.findIndex((item) => item.contains(target))
      place.current = index < 0 ? undefined : index
    },
    /** React reports no blur of what it takes out of the document. */
    onBlur: () => {
      place.current = undefined
    },
  }
}
