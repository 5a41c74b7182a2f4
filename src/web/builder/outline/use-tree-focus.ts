import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type Selection, selectedComponentIds, selectedPageIds } from '../state/selection.ts'

const findRow = (tree: HTMLElement | null, id: string) =>
  tree?.querySelector<HTMLElement>(`[data-outline-row="${id}"]`)

const isRow = (element: Element | null) =>
  element instanceof HTMLElement && element.dataset.outlineRow !== undefined

/**
 * The one row of the tree that Tab stops at: the one that was walked to, else what is selected, else
 * the first. When the row with the focus goes away (deleted, moved to another page), the focus goes on.
 */
export const useTreeFocus = (
  tree: RefObject<HTMLElement | null>,
  rows: readonly string[],
  selection: Selection,
) => {
  const [cursor, setCursor] = useState<{ id: string; selection: Selection }>()
  const isInside = useRef(false)
  const wanted = useRef<string>(undefined)
  const selected = selectedComponentIds(selection).at(-1) ?? selectedPageIds(selection).at(-1)
  const candidates = [cursor?.selection === selection ? cursor.id : undefined, selected]
  const focusedId = candidates.find((id) => id !== undefined && rows.includes(id)) ?? rows[0]

  /** Walks to a row; `next` is the selection as it is then. */
  const focusRow = useCallback((id: string, next: Selection) => {
    wanted.current = id
    setCursor({ id, selection: next })
  }, [])

  const seen = useRef(selection)

  useLayoutEffect(() => {
    const isLost = isInside.current && document.activeElement === document.body
    // Something was added, or another step selected something: what keys act on is what has the focus.
    const isSelectedAnew = seen.current !== selection && cursor?.selection !== selection
    seen.current = selection
    const isFollowed = isLost || (isSelectedAnew && isRow(document.activeElement))
    const id = wanted.current ?? (isFollowed ? focusedId : undefined)
    if (id === undefined) return
    wanted.current = undefined
    findRow(tree.current, id)?.focus()
  })

  return {
    focusedId,
    focusRow,
    /** React reports no blur of what it takes out of the document, so this stays true then. */
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      isInside.current = true
      const id = target.dataset.outlineRow
      if (id !== undefined && id !== focusedId) setCursor({ id, selection })
    },
    onBlur: () => {
      isInside.current = false
    },
  }
}
