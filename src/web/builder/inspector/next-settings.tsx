import { ArrowRight, ChevronDown, ChevronUp, Plus, X } from 'lucide-react'
import { listDecidable } from '#domain/flow/compose-ways.ts'
import { describeConditionShortly } from '#domain/flow/describe-condition.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { Transition } from '#domain/flow/flow-schema.ts'
import type { PageState } from '#domain/flow/flow-state.ts'
import type { SimpleOperation } from '#domain/flow/operation-schema.ts'
import { listWays } from '#domain/flow/ways.ts'
import { SettingSlot } from '#web/component-views/shared/setting-controls.tsx'
import { Button } from '#web/ui/button.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { attempt } from '../actions/edit-commands.ts'
import { selectTransition } from '../actions/select-commands.ts'
import type { Builder } from '../builder.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { addBranch } from '../canvas/way-commands.ts'
import { WayTarget } from './way-target.tsx'

/** Tries a transition before or after where it is tried now. */
const shiftTransition = (builder: Builder, page: PageState, index: number, step: 1 | -1): void => {
  const transition = page.next[index]
  if (transition === undefined) return
  const operations: SimpleOperation[] = [
    { type: 'transition.remove', pageId: page.id, transitionId: transition.id },
    { type: 'transition.add', pageId: page.id, transition, index: index + step },
  ]
  attempt(builder, { type: 'batch', label: 'Changed the order of ways', operations })
}

/** Where a page leads when no condition holds; empty is the next page in order. */
const leadOtherwise = (builder: Builder, page: PageState, to: string): void => {
  const pageId = page.id
  const otherwise = page.next.find(({ when }) => when === null)
  if (to === '') {
    if (!otherwise) return
    attempt(builder, { type: 'transition.remove', pageId, transitionId: otherwise.id })
  } else if (otherwise) {
    attempt(builder, { type: 'transition.update', pageId, transition: { ...otherwise, to } })
  } else {
    const transition = { id: `way-${builder.newId()}`, to, when: null }
    attempt(builder, { type: 'transition.add', pageId, transition, index: page.next.length })
  }
}

/** How many letters of a condition fit on two lines. */
const rowLetters = 36

const BranchRow = ({ page, index }: { page: PageState; index: number }) => {
  const builder = useBuilder()
  const transition = page.next[index] as Transition
  const condition = useFlow(
    (flow) => transition.when && describeConditionShortly(transition.when, flow, rowLetters),
  )
  const target = useFlow((flow) => flow.pagesById[transition.to]?.title)
  const to = transition.to === finishTarget ? 'Finish Task' : (target ?? 'a deleted page')
  const branches = page.next.filter(({ when }) => when !== null).length
  return (
    <li className="flex items-center gap-0.5 rounded-lg bg-subtle/60 pr-1">
      <button
        type="button"
        onClick={() => selectTransition(builder, page.id, transition.id)}
        className="min-w-0 grow rounded-lg px-2.5 py-1.5 text-left hover:bg-subtle"
      >
        <span className="block break-words text-ink text-sm">{condition}</span>
        <span className="flex items-center gap-1 text-muted text-xs">
          <ArrowRight aria-hidden="true" className="size-3 shrink-0" />
          <span className="truncate">{to}</span>
        </span>
      </button>
      {index > 0 && (
        <IconButton
          icon={ChevronUp}
          size="small"
          label={`Try the way to ${to} earlier`}
          tooltipSide="left"
          onClick={() => shiftTransition(builder, page, index, -1)}
        />
      )}
      {index < branches - 1 && (
        <IconButton
          icon={ChevronDown}
          size="small"
          label={`Try the way to ${to} later`}
          tooltipSide="left"
          onClick={() => shiftTransition(builder, page, index, 1)}
        />
      )}
      <IconButton
        icon={X}
        size="small"
        label={`Remove the way to ${to}`}
        tooltipSide="left"
        onClick={() =>
          attempt(builder, {
            type: 'transition.remove',
            pageId: page.id,
            transitionId: transition.id,
          })
        }
      />
    </li>
  )
}

/** What comes after a page: the ways with a condition, in order, and the one that is left otherwise. */
export const NextSettings = ({ page }: { page: PageState }) => {
  const builder = useBuilder()
  const flow = useFlow((state) => state)
  const canDecide = listDecidable(flow, page.id).length > 0
  const branches = page.next.filter(({ when }) => when !== null)
  const otherwise = page.next.find(({ when }) => when === null)
  const taken = listWays(flow, page.id).map(({ to }) => to)
  const elsewhere = flow.pageOrder.slice(1).find((id) => id !== page.id && !taken.includes(id))
  return (
    <SettingSlot name="next">
      <section
        aria-label="What comes next"
        className="flex flex-col gap-3 border-line border-t pt-4"
      >
        <h3 className="font-medium text-ink text-sm">What comes next</h3>
        {branches.length > 0 && (
          <ol aria-label="Ways with a condition" className="flex flex-col gap-1.5">
            {page.next.map(
              ({ id, when }, index) => when && <BranchRow key={id} page={page} index={index} />,
            )}
          </ol>
        )}
        <WayTarget
          label={branches.length > 0 ? 'Otherwise' : 'Always'}
          pageId={page.id}
          value={otherwise?.to ?? ''}
          canFollow
          onChange={(to) => leadOtherwise(builder, page, to)}
        />
        {canDecide ? (
          <Button
            className="self-start"
            onClick={() => addBranch(builder, page.id, elsewhere ?? finishTarget)}
          >
            <Plus aria-hidden="true" className="size-4" />
            Add a way with a condition
          </Button>
        ) : (
          <p className="text-muted text-xs">
            Ways with a condition need an answer to decide by: add a field here or before.
          </p>
        )}
      </section>
    </SettingSlot>
  )
}
