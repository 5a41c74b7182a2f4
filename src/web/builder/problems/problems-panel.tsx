import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { Problem } from '#domain/flow/problem.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { attempt } from '../actions/edit-commands.ts'
import { flowOf, locateProblem } from '../builder.ts'
import { useBuilder, useProblems } from '../builder-context.tsx'

const ProblemItem = ({ problem }: { problem: Problem }) => {
  const builder = useBuilder()
  const { severity, message, pageId, componentId, fix } = problem
  const { pagesById, componentsById } = flowOf(builder)
  const place = [pagesById[pageId ?? '']?.title, componentsById[componentId ?? '']?.title]
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <li className="border-line border-b px-3 py-2.5">
      <button
        type="button"
        onClick={() => locateProblem(builder, problem)}
        className="flex w-full items-start gap-2 rounded-md text-left"
      >
        <Icon
          role="img"
          aria-label={severity === 'error' ? 'Error' : 'Warning'}
          className={`mt-0.5 size-4 shrink-0 ${severity === 'error' ? 'text-danger-ink' : 'text-warning-ink'}`}
        />
        <span className="min-w-0">
          <span className="block truncate font-medium text-muted text-xs">
            {place.filter(Boolean).join(' › ') || 'Flow'}
          </span>
          <span className="block text-ink text-sm">{message}</span>
        </span>
      </button>
      {fix && (
        <Button
          size="small"
          className="mt-2 ml-6 max-w-full"
          onClick={() => attempt(builder, fix.operation)}
        >
          <span className="truncate">{fix.label}</span>
        </Button>
      )}
    </li>
  )
}

/** Everything that would fail in the field, each with a click that goes to its place. */
export const ProblemsPanel = () => {
  const problems = useProblems((index) => index.problems)
  if (problems.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title="No problems">
        The flow can be published.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Problems">
      {problems.map((problem, index) => (
        // Two problems can be alike, so the place in the list is part of the key.
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is derived anew as a whole
        <ProblemItem key={`${problem.code}/${problem.componentId}/${index}`} problem={problem} />
      ))}
    </ul>
  )
}
