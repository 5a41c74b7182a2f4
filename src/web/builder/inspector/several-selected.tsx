import { Button } from '#web/ui/button.tsx'
import { runAction } from '../actions/builder-action.ts'
import { getAction } from '../actions/builder-actions.ts'
import { showShortcut } from '../actions/shortcuts.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import type { Selection } from '../state/selection.ts'

const shared = ['duplicate', 'cut', 'copy', 'delete']
const actionsOf = {
  components: ['move-up', 'move-down', 'to-previous-page', 'to-next-page', ...shared],
  pages: [
    'align-left',
    'align-top',
    'align-distribute-across',
    'align-distribute-down',
    'zoom-selection',
    ...shared,
  ],
}

/** What can be done with several pages or components at once. */
export const SeveralSelected = ({
  selection,
}: {
  selection: Extract<Selection, { kind: 'components' | 'pages' }>
}) => {
  const builder = useBuilder()
  const ids = selection.kind === 'pages' ? selection.pageIds : selection.componentIds
  // Asked once more before it is drawn anew, with ids that may just have gone.
  const titles = useFlow(({ pagesById, componentsById }) =>
    ids.flatMap((id) => (pagesById[id] ?? componentsById[id])?.title ?? []).join(', '),
  )
  const actions = actionsOf[selection.kind].map(getAction)
  return (
    <section aria-label="Selection" className="flex flex-col gap-4 p-4">
      <div>
        <h3 className="font-semibold text-ink">
          {ids.length} {selection.kind} selected
        </h3>
        <p className="line-clamp-3 text-muted text-sm">{titles}</p>
      </div>
      <div className="flex flex-col gap-1.5">
        {actions
          .filter(({ objection }) => objection(builder) === undefined)
          .map((action) => (
            <Button
              key={action.name}
              className="justify-between!"
              onClick={() => runAction(builder, action)}
            >
              {action.label}
              <span className="font-mono text-muted text-xs">
                {action.shortcuts.slice(0, 1).map(showShortcut)}
              </span>
            </Button>
          ))}
      </div>
    </section>
  )
}
