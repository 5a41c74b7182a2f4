import clsx from 'clsx'
import { CircleCheck, CornerDownRight, Dot, RotateCcw, TriangleAlert } from 'lucide-react'
import { formatCredits } from '#web/shared/format-credits.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { useBuilder } from '../../builder-context.tsx'
import { sumCost } from '../otp/test-challenge.ts'
import type { TraceEntry } from '../run/run-tracker.ts'
import { showOnCanvas } from '../show-on-canvas.ts'
import { usePreview, usePreviewState } from '../use-preview.ts'
import type { TraceNote } from './trace-note.ts'

const icons: Record<TraceNote['tone'], typeof Dot> = {
  plain: Dot,
  way: CornerDownRight,
  good: CircleCheck,
  bad: TriangleAlert,
}

/** What happened in this run, step by step, and what it would have cost. */
export const TraceList = () => {
  const trace = usePreviewState((state) => state.trace)
  return (
    <section aria-labelledby="preview-trace" className="px-3">
      <header className="mb-1 flex items-baseline justify-between gap-2">
        <h3 id="preview-trace" className="font-semibold text-ink text-sm">
          Trace
        </h3>
        <Cost />
      </header>
      <p role="status" aria-live="polite" className="sr-only">
        {trace.at(-1)?.text}
      </p>
      <ol className="flex flex-col">
        {trace.map((entry, index) => (
          <Line key={entry.id} entry={entry} isLast={index === trace.length - 1} />
        ))}
      </ol>
    </section>
  )
}

const Line = ({ entry, isLast }: { entry: TraceEntry; isLast: boolean }) => {
  const builder = useBuilder()
  const preview = usePreview()
  const { text, tone, target } = entry
  const Icon = icons[tone]
  return (
    <li className="group flex items-start gap-1">
      <button
        type="button"
        disabled={target === null}
        onClick={() => target && showOnCanvas(builder, target)}
        className="flex min-w-0 grow items-start gap-1.5 rounded-md px-1 py-1 text-left text-xs hover:bg-subtle focus-visible:-outline-offset-2"
      >
        <Icon
          aria-hidden="true"
          className={clsx('mt-0.5 size-3.5 shrink-0', {
            'text-muted': tone === 'plain',
            'text-accent-ink': tone === 'way',
            'text-success-ink': tone === 'good',
            'text-danger-ink': tone === 'bad',
          })}
        />
        <span
          className={clsx('min-w-0 break-words', tone === 'bad' ? 'text-danger-ink' : 'text-ink')}
        >
          {text}
        </span>
      </button>
      {!isLast && (
        // Named by its line for who does not see that; the tooltip would be too long.
        <button
          type="button"
          aria-label={`Go back to: ${text}`}
          data-tooltip="Go back to here"
          data-tooltip-side="left"
          onClick={() => preview.goTo(entry.id)}
          className={clsx(
            buttonClass('ghost'),
            'size-6 px-0! opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
          )}
        >
          <RotateCcw aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </li>
  )
}

const Cost = () => {
  const challenges = usePreviewState(({ run }) => run.challenges)
  const { credits, isComplete } = sumCost(challenges)
  if (challenges.length === 0) return null
  const amount = isComplete
    ? `${formatCredits(credits)} credits`
    : 'credits; the rates are not here'
  return <p className="text-muted text-xs">{`This run would cost ${amount}`}</p>
}
