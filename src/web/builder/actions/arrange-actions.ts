import type { Alignment } from '#domain/flow/align-pages.ts'
import { always, type BuilderAction } from './builder-action.ts'
import { alignSelected, sendSelected, shiftSelected } from './move-commands.ts'
import { needsComponents, needsPages, needsParts } from './objections.ts'

const move = (
  name: string,
  label: string,
  shortcut: string,
  objection: BuilderAction['objection'],
  run: BuilderAction['run'],
): BuilderAction => ({ name, label, group: 'Arrange', shortcuts: [shortcut], objection, run })

const align = (alignment: Alignment, label: string, count: 2 | 3): BuilderAction => ({
  name: `align-${alignment}`,
  label,
  group: 'Arrange',
  shortcuts: [],
  objection: needsPages(count),
  run: (builder) => alignSelected(builder, alignment),
})

const autoLayoutAction: BuilderAction = {
  name: 'auto-layout',
  label: 'Arrange all pages',
  group: 'Arrange',
  shortcuts: ['Shift+A'],
  keywords: ['auto layout', 'tidy', 'clean up'],
  objection: always,
  run: ({ canvas }) => void canvas?.autoLayout(),
}

export const arrangeActions: readonly BuilderAction[] = [
  move('move-up', 'Move up', 'Alt+ArrowUp', needsParts, (builder) => shiftSelected(builder, -1)),
  move('move-down', 'Move down', 'Alt+ArrowDown', needsParts, (builder) =>
    shiftSelected(builder, 1),
  ),
  move(
    'to-previous-page',
    'Move to the previous page',
    'Alt+ArrowLeft',
    needsComponents,
    (builder) => sendSelected(builder, -1),
  ),
  move('to-next-page', 'Move to the next page', 'Alt+ArrowRight', needsComponents, (builder) =>
    sendSelected(builder, 1),
  ),
  align('left', 'Align left', 2),
  align('top', 'Align top', 2),
  align('distribute-across', 'Distribute across', 3),
  align('distribute-down', 'Distribute down', 3),
  autoLayoutAction,
]
