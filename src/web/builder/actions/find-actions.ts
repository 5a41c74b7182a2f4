import { always, type BuilderAction } from './builder-action.ts'
import { needsProblem } from './objections.ts'
import { goToProblem } from './problem-commands.ts'

export const commandPaletteAction: BuilderAction = {
  name: 'command-palette',
  label: 'Search everything',
  group: 'Find',
  shortcuts: ['Mod+K'],
  whileTyping: true,
  keywords: ['command palette'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'command-palette' } }),
}

const findReplaceAction: BuilderAction = {
  name: 'find-replace',
  label: 'Find and replace',
  group: 'Find',
  shortcuts: ['Mod+F', 'Mod+H'],
  whileTyping: true,
  keywords: ['search', 'text', 'title'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'find-replace' } }),
}

const nextProblemAction: BuilderAction = {
  name: 'next-problem',
  label: 'Go to the next problem',
  group: 'Find',
  shortcuts: ['F8'],
  whileTyping: true,
  keywords: ['error', 'warning'],
  objection: needsProblem,
  run: (builder) => goToProblem(builder, 1),
}

const previousProblemAction: BuilderAction = {
  name: 'previous-problem',
  label: 'Go to the previous problem',
  group: 'Find',
  shortcuts: ['Shift+F8'],
  whileTyping: true,
  keywords: ['error', 'warning'],
  objection: needsProblem,
  run: (builder) => goToProblem(builder, -1),
}

export const findActions: readonly BuilderAction[] = [
  commandPaletteAction,
  findReplaceAction,
  nextProblemAction,
  previousProblemAction,
]
