import type { Builder } from '../builder.ts'

/** Under which heading an action is found, in the order in which the cheat sheet lists them. */
export const actionGroups = ['Edit', 'Add', 'Select', 'Arrange', 'View', 'Find', 'Flow'] as const

export type ActionGroup = (typeof actionGroups)[number]

/** Something that a person can do in the builder, as toolbar, menus and keyboard all read it. */
export interface BuilderAction {
  /** Stable, for tests and menus. */
  name: string
  label: string
  group: ActionGroup
  /** In the form "Mod+Shift+Z"; Mod is Ctrl, on a Mac Command. The first is the one that is shown. */
  shortcuts: readonly string[]
  /** Whether the shortcut also works while a text is edited. */
  whileTyping?: boolean
  /** Whether the browser itself turns the shortcut into an event that is listened to elsewhere. */
  isNative?: boolean
  /** Other words that people search for. */
  keywords?: readonly string[]
  /** Why it can't be done now, in a few words; nothing when it can. */
  objection(builder: Builder): string | undefined
  run(builder: Builder): void
}

/** Nothing speaks against it. */
export const always = (): undefined => undefined

/** Runs an action, or says why it can't be done now. */
export const runAction = (builder: Builder, action: BuilderAction): void => {
  const objection = action.objection(builder)
  if (objection === undefined) action.run(builder)
  else builder.notify(`${action.label}: ${objection}`, { topic: 'objection' })
}
