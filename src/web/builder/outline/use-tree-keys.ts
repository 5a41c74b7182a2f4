import { type KeyboardEvent, useRef } from 'react'
import { isTyping } from '../actions/is-typing.ts'
import { clickComponent, clickPage } from '../actions/select-commands.ts'
import { flowOf, focusSetting } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import type { Selection } from '../state/selection.ts'
import { findByTitle, findTreeMove } from './outline-keys.ts'
import { listRowIds, type OutlineBlock } from './outline-rows.ts'

/** Letters that follow each other this fast, in milliseconds, are one word. */
const typingPause = 600

interface TreeKeys {
  blocks: readonly OutlineBlock[]
  focusedId: string | undefined
  focusRow: (id: string, selection: Selection) => void
  fold: (pageId: string, open: boolean) => void
}

/**
 * The keys of the tree: arrows walk and select, with Shift up to there, with Ctrl without selecting;
 * Space selects, Enter goes to the settings, letters go to a title. All else is the builder's.
 */
export const useTreeKeys = ({ blocks, focusedId, focusRow, fold }: TreeKeys) => {
  const builder = useBuilder()
  const typed = useRef({ text: '', at: 0 })

  const select = (id: string, event: KeyboardEvent, shiftKey: boolean, ctrlKey: boolean) => {
    const click = { shiftKey, ctrlKey, metaKey: event.metaKey }
    if (flowOf(builder).pagesById[id]) clickPage(builder, id, click)
    else clickComponent(builder, id, click)
  }
  const go = (id: string, event: KeyboardEvent) => {
    const only = event.ctrlKey || event.metaKey
    if (!only) select(id, event, event.shiftKey, false)
    focusRow(id, builder.session.getState().selection)
  }
  const isAmidWord = (now: number) => now - typed.current.at < typingPause
  const findTyped = (id: string, letter: string, now: number): string | undefined => {
    const isMore = isAmidWord(now)
    typed.current = { text: isMore ? typed.current.text + letter : letter, at: now }
    const { pagesById, componentsById } = flowOf(builder)
    const titleOf = (row: string) => (pagesById[row] ?? componentsById[row])?.title ?? ''
    return findByTitle(listRowIds(blocks), id, typed.current.text, titleOf)
  }
  const onLetter = (id: string, event: KeyboardEvent): void => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey
    if (!isPlain || !/^[\p{L}\p{N} ]$/u.test(event.key)) return
    event.preventDefault()
    const found = findTyped(id, event.key, event.timeStamp)
    if (found !== undefined) go(found, event)
  }

  return (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-outline-row]') : null
    const id = row?.getAttribute('data-outline-row') ?? focusedId
    if (id === undefined || event.altKey || isTyping(event.target)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      select(id, event, false, false)
      builder.canvas?.reveal(flowOf(builder).pageIdByComponentId[id] ?? id)
      focusSetting(builder, 'title')
      return
    }
    if (event.key === ' ' && !isAmidWord(event.timeStamp)) {
      event.preventDefault()
      select(id, event, event.shiftKey, event.ctrlKey)
      focusRow(id, builder.session.getState().selection)
      return
    }
    const move = findTreeMove(blocks, id, event.key)
    if (move === undefined) {
      onLetter(id, event)
      return
    }
    event.preventDefault()
    if (move.kind === 'go') go(move.id, event)
    else fold(move.pageId, move.open)
  }
}
