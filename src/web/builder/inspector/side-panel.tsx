import clsx from 'clsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useBuilder, useProblems, useSession } from '../builder-context.tsx'
import { LazyPreview } from '../preview/lazy-preview.tsx'
import { ProblemsPanel } from '../problems/problems-panel.tsx'
import type { PanelTab } from '../state/session-store.ts'
import { Inspector } from './inspector.tsx'

const ProblemCount = () => {
  const count = useProblems(({ problems }) => problems.length)
  const hasErrors = useProblems(({ errorCount }) => errorCount > 0)
  if (count === 0) return null
  return (
    <span
      className={clsx(
        'rounded-full px-1.5 text-xs tabular-nums',
        hasErrors ? 'bg-danger-soft text-danger-ink' : 'bg-warning-soft text-warning-ink',
      )}
    >
      {count}
    </span>
  )
}

/** Right of the canvas: settings of what is selected, the problems, and the preview. */
export const SidePanel = () => {
  const builder = useBuilder()
  const panel = useSession((session) => session.panel)
  return (
    <Tabs
      label="Side panel"
      className="h-full"
      value={panel}
      onChange={(value) => builder.session.setState({ panel: value as PanelTab })}
      tabs={[
        { value: 'settings', label: 'Settings', content: <Inspector /> },
        {
          value: 'problems',
          label: (
            <>
              Problems <ProblemCount />
            </>
          ),
          content: <ProblemsPanel />,
        },
        { value: 'preview', label: 'Preview', content: <LazyPreview part="panel" /> },
      ]}
    />
  )
}
