import type { Builder } from '../builder.ts'
import { copySelected, cutSelected, pasteText } from './clipboard-commands.ts'

const refusal = (keys: string) => `The browser does not allow this from a menu: press ${keys}`

/** Writes at once: Safari gives the clipboard only within the click itself. */
const write = (builder: Builder, text: string | undefined, keys: string): void => {
  if (text === undefined) return
  navigator.clipboard
    .writeText(text)
    .catch(() => builder.notify(refusal(keys), { tone: 'error', topic: 'clipboard' }))
}

/** Copies from a menu or the command palette. */
export const copyFromMenu = (builder: Builder): void =>
  write(builder, copySelected(builder), 'Ctrl+C')

/** Cuts from a menu or the command palette. */
export const cutFromMenu = (builder: Builder): void =>
  write(builder, cutSelected(builder), 'Ctrl+X')

/** Pastes from a menu or the command palette; the browser may ask whether it may. */
export const pasteFromMenu = (builder: Builder): void => {
  navigator.clipboard
    .readText()
    .then((text) => pasteText(builder, text))
    .catch(() => builder.notify(refusal('Ctrl+V'), { tone: 'error', topic: 'clipboard' }))
}
