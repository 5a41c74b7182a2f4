import type { Builder } from '../builder.ts'
import type { BuilderAction } from './builder-action.ts'
import { builderActions } from './builder-actions.ts'
import { isInDialog, isTyping } from './is-typing.ts'
import { isOnCanvas, restoreCanvasFocus } from './restore-canvas-focus.ts'

const isMac = () => /Mac|iP(hone|ad|od)/.test(navigator.userAgent)

/** A key press in the form in which actions name their shortcuts. */
export const toShortcut = (event: KeyboardEvent, onMac: boolean): string => {
  const mod = onMac ? event.metaKey : event.ctrlKey
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  // Shift is part of what makes "+" or "!", but of digits and letters it is told apart.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  const named = event.shiftKey && digit !== undefined ? digit : key
  const hasShift = event.shiftKey && (named.length > 1 || /[A-Z0-9]/.test(named))
  return [mod && 'Mod', event.altKey && 'Alt', hasShift && 'Shift', named].filter(Boolean).join('+')
}

/** How a shortcut reads on a button, for example "Ctrl+Shift+Z" or "⇧⌘Z". */
export const showShortcut = (shortcut: string): string =>
  isMac()
    ? shortcut.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
    : shortcut.replace('Mod', 'Ctrl').replace('Arrow', '').replace('Escape', 'Esc')

/** How the first shortcut of an action reads; nothing when it has none. */
export const shortcutOf = ({ shortcuts: [first] }: BuilderAction): string | undefined =>
  first && showShortcut(first)

const findAction = (shortcut: string): BuilderAction | undefined =>
  builderActions.find(({ shortcuts }) => shortcuts.includes(shortcut))

/** Runs actions by their shortcuts until the returned function is called. */
export const listenToShortcuts = (builder: Builder): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const action = findAction(toShortcut(event, isMac()))
    // What the browser turns into copy, cut and paste is answered there.
    if (action === undefined || action.isNative === true || isInDialog(event.target)) return
    if (isTyping(event.target) && action.whileTyping !== true) return
    event.preventDefault()
    if (action.objection(builder) !== undefined) return
    const { target } = event
    const wasOnCanvas = isOnCanvas(target)
    action.run(builder)
    if (wasOnCanvas) restoreCanvasFocus(builder)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
