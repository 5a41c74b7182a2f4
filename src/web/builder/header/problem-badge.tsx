import clsx from 'clsx'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useBuilder, useProblems } from '../builder-context.tsx'

/** How many problems the flow has; leads to them. Nothing where there are none. */
export const ProblemBadge = () => {
  const { session } = useBuilder()
  const count = useProblems(({ problems }) => problems.length)
  const hasErrors = useProblems(({ errorCount }) => errorCount > 0)
  if (count === 0) return null
  const Icon = hasErrors ? CircleAlert : TriangleAlert
  return (
    <button
      type="button"
      aria-label={count === 1 ? 'Show 1 problem' : `Show ${count} problems`}
      onClick={() => session.setState({ panel: 'problems', drawer: 'right' })}
      className={clsx(
        'flex h-6 shrink-0 items-center gap-1 rounded-full px-2 font-medium text-xs tabular-nums',
        hasErrors ? 'bg-danger-soft text-danger-ink' : 'bg-warning-soft text-warning-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {count}
    </button>
  )
}
