interface TaskProgressProps {
  /** The number of the current page, from 1. */
  current: number
  total: number
}

/** How far the worker is; the total may change with the answers. */
export const TaskProgress = ({ current, total }: TaskProgressProps) => (
  <div
    role="progressbar"
    aria-label="Progress"
    aria-valuemin={0}
    aria-valuemax={total}
    aria-valuenow={current}
    aria-valuetext={`Page ${current} of ${total}`}
    className="h-1 bg-subtle"
  >
    <div
      className="h-full bg-accent transition-[width] duration-300"
      style={{ width: `${(current / total) * 100}%` }}
    />
  </div>
)
