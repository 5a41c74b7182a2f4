import { ChevronLeft, History, Play, Redo2, Search, Undo2 } from 'lucide-react'
import { Link } from '#web/shared/link.tsx'
import { Button } from '#web/ui/button.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { publishAction, saveAction } from '../actions/builder-actions.ts'
import { historyAction, redoAction, undoAction } from '../actions/edit-actions.ts'
import { commandPaletteAction } from '../actions/find-actions.ts'
import { previewAction } from '../actions/preview-actions.ts'
import { shortcutOf } from '../actions/shortcuts.ts'
import { useBuilder, useHistory } from '../builder-context.tsx'
import { headerClass } from '../builder-frame.ts'
import { PeerAvatars } from '../together/together-part.tsx'
import { FlowMenu } from './flow-menu.tsx'
import { FlowName } from './flow-name.tsx'
import { ProblemBadge } from './problem-badge.tsx'
import { PublishedBadge } from './published-badge.tsx'
import { SaveStatusText } from './save-status-text.tsx'

/** Above the canvas: what the flow is called and how it stands; undo, save, publish. */
export const BuilderHeader = () => {
  const builder = useBuilder()
  const { canUndo, canRedo } = useHistory()
  return (
    <header
      className={`group/header flex ${headerClass} items-center gap-1 border-line border-b bg-surface px-2 sm:gap-2`}
    >
      <Link
        href="/flows"
        aria-label="Back to Flows"
        className="grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-subtle hover:text-ink"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
      </Link>
      <FlowName />
      <span className="max-md:hidden">
        <PublishedBadge />
      </span>
      <ProblemBadge />
      <div className="ml-auto flex shrink-0 items-center gap-1 max-sm:group-has-[h1_:focus]/header:hidden">
        <PeerAvatars />
        <SaveStatusText />
        <IconButton
          icon={Undo2}
          label="Undo"
          shortcut={shortcutOf(undoAction)}
          disabled={!canUndo}
          onClick={() => undoAction.run(builder)}
        />
        <IconButton
          icon={Redo2}
          label="Redo"
          shortcut={shortcutOf(redoAction)}
          disabled={!canRedo}
          className="max-sm:hidden"
          onClick={() => redoAction.run(builder)}
        />
        <IconButton
          icon={History}
          label={historyAction.label}
          shortcut={shortcutOf(historyAction)}
          data-history=""
          className="max-sm:hidden"
          onClick={() => historyAction.run(builder)}
        />
        <IconButton
          icon={Search}
          label={commandPaletteAction.label}
          shortcut={shortcutOf(commandPaletteAction)}
          className="max-sm:hidden"
          onClick={() => commandPaletteAction.run(builder)}
        />
        <IconButton
          icon={Play}
          label={previewAction.label}
          shortcut={shortcutOf(previewAction)}
          className="max-sm:hidden"
          onClick={() => previewAction.run(builder)}
        />
        <Button className="max-sm:hidden" onClick={() => saveAction.run(builder)}>
          Save
        </Button>
        <Button variant="primary" onClick={() => publishAction.run(builder)}>
          Publish
        </Button>
        <FlowMenu />
      </div>
    </header>
  )
}
