import clsx from 'clsx'
import { useStore } from 'zustand'
import { FloatingPanel } from '#web/ui/floating-panel.tsx'
import { goToStep } from '../actions/history-commands.ts'
import { useBuilder } from '../builder-context.tsx'
import { type HistoryStep, listHistory } from './list-history.ts'

/** Below the button that opens it, at the right of the header. */
const findPoint = () => {
  const button = document.querySelector('[data-history]')?.getBoundingClientRect()
  // On a phone the button is in the menu.
  const isShown = button !== undefined && button.width > 0
  return isShown ? { x: button.left, y: button.bottom } : { x: innerWidth - 300, y: 48 }
}

const Step = ({
  step,
  isCurrent,
  onGo,
}: {
  step: HistoryStep
  isCurrent: boolean
  onGo: () => void
}) => (
  <li>
    <button
      type="button"
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onGo}
      className={clsx(
        'flex min-h-8 w-full flex-col justify-center rounded-md px-2 py-1 text-left text-sm hover:bg-subtle',
        isCurrent && 'bg-accent-soft',
        step.isDone ? 'text-ink' : 'text-muted line-through decoration-faint',
      )}
    >
      <span className="max-w-full truncate">{step.text}</span>
      {step.subject !== null && (
        <span className="max-w-full truncate text-muted text-xs">{step.subject}</span>
      )}
    </button>
  </li>
)

/** What was done, step by step; a click on a step goes there. */
export const HistoryList = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const history = useStore(builder.editor.store)
  const steps = listHistory(history)
  const done = history.past.length
  const opened = { text: 'Flow opened', subject: null, isDone: true, done: 0 }
  return (
    <FloatingPanel label="List of steps" at={findPoint()} width={288} onClose={onClose}>
      <h2 className="border-line border-b px-3 py-2 font-semibold text-ink text-sm">Steps</h2>
      <ol aria-label="Steps, the newest first" className="max-h-96 min-h-0 overflow-y-auto p-1">
        {[...steps, opened].map((step) => (
          <Step
            key={step.done}
            step={step}
            isCurrent={step.done === done}
            onGo={() => goToStep(builder, step.done)}
          />
        ))}
      </ol>
    </FloatingPanel>
  )
}
