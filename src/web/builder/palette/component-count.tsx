import clsx from 'clsx'
import { useBuilder, useFlow } from '../builder-context.tsx'

/** From this part of the limit on, it is good to know how near it is. */
const nearLimit = 0.9

/** How many components the flow has, of how many that the plan allows: "42 / 50". */
export const ComponentCount = () => {
  const { componentLimit } = useBuilder().organisation
  const count = useFlow((flow) => Object.keys(flow.componentsById).length)
  const isOver = componentLimit !== null && count > componentLimit
  const isNear = componentLimit !== null && count >= componentLimit * nearLimit
  return (
    <span
      role="status"
      title={
        isOver
          ? 'More than the plan allows: the flow cannot be published'
          : 'Components in the flow'
      }
      className={clsx(
        'shrink-0 text-xs tabular-nums',
        isOver && 'font-medium text-danger-ink',
        isNear && !isOver && 'text-warning-ink',
        !isNear && 'text-muted',
      )}
    >
      {componentLimit === null ? count : `${count} / ${componentLimit}`}
      <span className="sr-only"> components</span>
    </span>
  )
}
