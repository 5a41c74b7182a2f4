import type { BrandedNumber } from '#contract/sender-contract.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { stepsDone } from './number-words.ts'

/** What was done about a branded number, when and by whom; the newest first. */
export const NumberHistory = ({ history }: { history: BrandedNumber['history'] }) => (
  <ol aria-label="History" className="flex flex-col gap-3 border-line border-l pl-4">
    {history.toReversed().map(({ step, at, by, note }) => (
      <li key={at + step} className="relative">
        <span
          aria-hidden="true"
          className="absolute top-1.5 -left-[1.3125rem] size-2 rounded-full bg-control"
        />
        <p className="text-ink">
          <span className="font-medium">{stepsDone[step]}</span>
          <span className="text-muted">
            {' '}
            by {by}, <time dateTime={at}>{formatDateTime(at)}</time>
          </span>
        </p>
        {note !== '' && <p className="mt-0.5 break-words text-muted">{note}</p>}
      </li>
    ))}
  </ol>
)
