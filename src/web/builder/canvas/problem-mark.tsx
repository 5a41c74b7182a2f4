import clsx from 'clsx'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useProblems } from '../builder-context.tsx'

/** Marks a component, or a page with anything on it, by its worst problem. */
export const ProblemMark = ({ id }: { id: string }) => {
  const severity = useProblems(({ worstById }) => worstById.get(id))
  if (severity === undefined) return null
  const isError = severity === 'error'
  const Icon = isError ? CircleAlert : TriangleAlert
  return (
    <Icon
      role="img"
      data-severity={severity}
      aria-label={isError ? 'Has an error' : 'Has a warning'}
      className={clsx('size-4 shrink-0', isError ? 'text-danger-ink' : 'text-warning-ink')}
    />
  )
}
