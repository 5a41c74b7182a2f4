import { isInDialog, isTyping } from '../actions/is-typing.ts'
import { isOnCanvas, restoreCanvasFocus } from '../actions/restore-canvas-focus.ts'
import type { Builder } from '../builder.ts'
import { copySelected, cutSelected, pasteText } from './clipboard-commands.ts'

/** Whether the event is about a text that is edited or marked, or about an open dialog. */
const isElsewhere = ({ target }: Event): boolean => isTyping(target) || isInDialog(target)

const hasMarkedText = () => document.getSelection()?.isCollapsed === false

/**
 * Copies, cuts and pastes by the clipboard events of the browser, which need no permission, until the
 * returned function is called.
 */
export const listenToClipboard = (builder: Builder): (() => void) => {
  const take = (event: ClipboardEvent, read: (from: Builder) => string | undefined) => {
    if (isElsewhere(event) || hasMarkedText()) return
    const wasOnCanvas = isOnCanvas(event.target)
    const text = read(builder)
    if (text === undefined) return
    if (wasOnCanvas) restoreCanvasFocus(builder)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isElsewhere(event)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    event.preventDefault()
    if (text !== '') pasteText(builder, text)
  }
  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('copy', (event) => take(event, copySelected), { signal })
  document.addEventListener('cut', (event) => take(event, cutSelected), { signal })
  document.addEventListener('paste', onPaste, { signal })
  return () => listening.abort()
}
