import type { Builder } from '../builder.ts'
import { type BuilderAction, builderActions } from './builder-actions.ts'

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
    : shortcut.replace('Mod', 'Ctrl').replace('Arrow', '')

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))

const findAction = (shortcut: string): BuilderAction | undefined =>
  builderActions.find(({ shortcuts }) => shortcuts.includes(shortcut))

/** Runs actions by their shortcuts until the returned function is called. */
export const listenToShortcuts = (builder: Builder): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    const action = findAction(toShortcut(event, isMac()))
    if (action === undefined || event.defaultPrevented) return
    if (isTyping(event.target) && !action.whileTyping) return
    // A dialog or menu that is open has the keyboard for itself.
    if (event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]'))
      return
    event.preventDefault()
    if (action.isEnabled(builder)) action.run(builder)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
