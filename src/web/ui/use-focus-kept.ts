import { type FocusEvent, useEffect, useRef } from 'react'

const focusable =
  ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled, [hidden])'

/**
 * Keeps the focus in an area when what has it goes away, for example the button of a quick fix: on what
 * stands in its place in the same setting or form, else on the area itself, so that the next Tab goes on
 * from there.
 * To be spread over the area.
 */
export const useFocusKept = <Area extends HTMLElement>() => {
  const area = useRef<Area>(null)
  const last = useRef<{ group: Element; index: number }>(undefined)

  useEffect(() => {
    const holder = area.current
    if (!holder) return
    const observer = new MutationObserver(() => {
      if (!last.current || document.activeElement !== document.body) return
      const { group, index } = last.current
      const standing = group.isConnected ? [...group.querySelectorAll<HTMLElement>(focusable)] : []
      const next = standing[Math.min(index, standing.length - 1)] ?? holder
      next.focus({ preventScroll: next === holder })
    })
    observer.observe(holder, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])

  return {
    ref: area,
    tabIndex: -1,
    onFocus: ({ currentTarget, target }: FocusEvent<Area>) => {
      const group = target.closest('[data-setting], form') ?? currentTarget
      last.current = { group, index: [...group.querySelectorAll(focusable)].indexOf(target) }
    },
    /** React reports no blur of what it takes out of the document. */
    onBlur: () => {
      last.current = undefined
    },
  }
}
