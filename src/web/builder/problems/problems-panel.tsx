import { CircleAlert, CircleCheck, Route, TriangleAlert } from 'lucide-react'
import type { Problem } from '#domain/flow/problem.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { useFocusPassedOn } from '#web/ui/use-focus-passed-on.ts'
import { attempt } from '../actions/edit-commands.ts'
import { locateProblem } from '../builder.ts'
import { useBuilder, useFlow, useProblems } from '../builder-context.tsx'
import { countProblems, groupProblems, type ProblemGroup } from './group-problems.ts'

/** Everything that would fail in the field, page by page, each with a click that goes to its place. */
export const ProblemsPanel = () => {
  const problems = useProblems((index) => index.problems)
  // A problem that was fixed goes away with its button.
  const passedOn = useFocusPassedOn<HTMLElement>({ items: 'li', within: 'button' })
  return (
    <section aria-label="Problems" tabIndex={-1} className="outline-none" {...passedOn}>
      {problems.length === 0 ? (
        <EmptyState icon={CircleCheck} title="No problems">
          The flow can be published.
        </EmptyState>
      ) : (
        <ProblemList />
      )}
    </section>
  )
}

const ProblemList = () => {
  const problems = useProblems((index) => index.problems)
  const errors = useProblems((index) => index.errorCount)
  return (
    <>
      <p role="status" className="border-line border-b px-3 py-2 text-muted text-xs">
        {`${countProblems(problems)}. `}
        {errors > 0 ? 'Errors block Publish, never Save.' : 'Warnings do not block Publish.'}
      </p>
      {groupProblems(problems).map((group) => (
        <PageProblems key={group.pageId} group={group} />
      ))}
    </>
  )
}

const PageProblems = ({ group: { pageId, problems } }: { group: ProblemGroup }) => {
  const title = useFlow(({ pagesById }) => pagesById[pageId ?? '']?.title) ?? 'Flow'
  return (
    <section aria-label={`Problems of ${title}`}>
      <h3 className="sticky top-0 z-10 flex items-baseline justify-between gap-2 border-line border-b bg-subtle px-3 py-1.5 font-medium text-ink text-xs">
        <span className="truncate">{title}</span>
        <span className="shrink-0 font-normal text-muted">{countProblems(problems)}</span>
      </h3>
      <ul>
        {problems.map((problem, index) => (
          // Two problems can be alike, so the place in the list is part of the key.
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is derived anew as a whole
          <ProblemItem key={`${problem.code}/${problem.componentId}/${index}`} problem={problem} />
        ))}
      </ul>
    </section>
  )
}

const ProblemItem = ({ problem }: { problem: Problem }) => {
  const builder = useBuilder()
  const { severity, message, componentId, fix, path } = problem
  const title = useFlow(({ componentsById }) => componentsById[componentId ?? '']?.title)
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  const mend = () => {
    if (!fix || !attempt(builder, fix.operation)) return
    builder.canvas?.showPath([])
    builder.notify(`Done: ${fix.label}`, { undo: true })
  }
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
          {title !== undefined && (
            <span className="block truncate font-medium text-muted text-xs">{title}</span>
          )}
          <span className="block break-words text-ink text-sm">{message}</span>
        </span>
      </button>
      {(fix || path) && (
        <div className="mt-2 ml-6 flex flex-wrap gap-2">
          {fix && (
            <Button size="small" className="max-w-full" onClick={mend}>
              <span className="whitespace-normal text-left">{fix.label}</span>
            </Button>
          )}
          {path && (
            <Button size="small" variant="ghost" onClick={() => builder.canvas?.showPath(path)}>
              <Route aria-hidden="true" className="size-3.5" />
              Show the path
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
