import { ArrowLeft, Trash2 } from 'lucide-react'
import { listDecidable } from '#domain/flow/compose-ways.ts'
import type { Transition } from '#domain/flow/flow-schema.ts'
import type { PageState } from '#domain/flow/flow-state.ts'
import { Button } from '#web/ui/button.tsx'
import { attempt } from '../actions/edit-commands.ts'
import { selectPage } from '../actions/select-commands.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { WayTarget } from './way-target.tsx'

interface TransitionSettingsProps {
  page: PageState
  transition: Transition
}

/** One way from a page: when it is taken, and where it leads. */
export const TransitionSettings = ({ page, transition }: TransitionSettingsProps) => {
  const builder = useBuilder()
  const flow = useFlow((state) => state)
  const update = (changes: Partial<Transition>, part: string) =>
    attempt(
      builder,
      {
        type: 'transition.update',
        pageId: page.id,
        transition: { ...transition, ...changes },
      },
      `${page.id}/${transition.id}/${part}`,
    )
  const remove = () => {
    const gone = { pageId: page.id, transitionId: transition.id }
    if (!attempt(builder, { type: 'transition.remove', ...gone })) return
    selectPage(builder, page.id)
    builder.notify('Deleted the way', { undo: true })
  }
  return (
    <form
      aria-label={`A way from ${page.title}`}
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => event.preventDefault()}
      onBlur={() => builder.editor.seal()}
    >
      <Button className="self-start" onClick={() => selectPage(builder, page.id)}>
        <ArrowLeft aria-hidden="true" className="size-4" />
        <span className="max-w-48 truncate">{page.title}</span>
      </Button>
      {transition.when && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium text-ink text-sm">Is taken when</legend>
          <ConditionEditor
            condition={transition.when}
            fields={listDecidable(flow, page.id)}
            onChange={(when, part) => update({ when }, part)}
          />
        </fieldset>
      )}
      <WayTarget
        label="Leads to"
        pageId={page.id}
        value={transition.to}
        onChange={(to) => update({ to }, 'to')}
      />
      <Button className="self-start" onClick={remove}>
        <Trash2 aria-hidden="true" className="size-4" />
        Delete this way
      </Button>
    </form>
  )
}
