import { expect, test } from 'vitest'
import { builderActions } from './builder-actions.ts'
import { toShortcut } from './shortcuts.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  }) as KeyboardEvent

test.each([
  [press('z', { ctrlKey: true }), 'Mod+Z'],
  [press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z'],
  [press('ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
  [press('!', { shiftKey: true, code: 'Digit1' }), 'Shift+1'],
  [press('+', { ctrlKey: true, shiftKey: true }), 'Mod++'],
  [press('Delete'), 'Delete'],
])('%j is the shortcut %s', (event, shortcut) => {
  expect(toShortcut(event, false)).toBe(shortcut)
})

test('on a Mac, Command is Mod and Control is not', () => {
  expect(toShortcut(press('z', { metaKey: true }), true)).toBe('Mod+Z')
  expect(toShortcut(press('z', { ctrlKey: true }), true)).toBe('Z')
})

test('no two actions share a shortcut', () => {
  const all = builderActions.flatMap(({ shortcuts }) => shortcuts)
  expect(new Set(all).size).toBe(all.length)
})
