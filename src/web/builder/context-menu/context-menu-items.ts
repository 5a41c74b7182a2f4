import type { BuilderAction } from '../actions/builder-action.ts'
import { getAction } from '../actions/builder-actions.ts'
import type { Selection } from '../state/selection.ts'

/** The actions of a context menu in blocks, between which a rule is drawn. */
type Blocks = readonly (readonly string[])[]

const clipboard = ['cut', 'copy', 'paste', 'duplicate']
const moves = ['move-up', 'move-down', 'to-previous-page', 'to-next-page']
const alignments = ['align-left', 'align-top', 'align-distribute-across', 'align-distribute-down']

const blocksOf: Record<Selection['kind'], Blocks> = {
  components: [['rename'], clipboard, moves, ['delete']],
  pages: [
    ['quick-add', 'add-page-after', 'connect', 'rename'],
    clipboard,
    [...alignments, 'zoom-selection', 'preview-from-page'],
    ['delete'],
  ],
  transition: [['delete']],
  flow: [
    ['add-page', 'paste', 'select-all-pages'],
    ['auto-layout', 'fit-view', 'find-replace', 'command-palette'],
  ],
}

/** The actions that a context menu offers for what is selected, in blocks. */
export const findContextMenu = ({ kind, ...selection }: Selection): BuilderAction[][] => {
  const isOnePage = 'pageIds' in selection && selection.pageIds.length === 1
  return blocksOf[kind].map((names) =>
    names.filter((name) => !isOnePage || !alignments.includes(name)).map(getAction),
  )
}
