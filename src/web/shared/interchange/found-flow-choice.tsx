import clsx from 'clsx'
import type { FoundFlows } from '#contract/interchange-contract.ts'
import { Badge } from '#web/ui/badge.tsx'

export type FoundFlow = FoundFlows['flows'][number]

const formatLabels = { sandi: 'Sandi', mileapp: 'MileApp' } as const

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

/** How large a flow of a file is. */
const showExtent = ({ document }: FoundFlow): string => {
  if (document === null) return 'cannot be read'
  const components = document.pages.reduce((sum, page) => sum + page.components.length, 0)
  return `${count(document.pages.length, 'page')}, ${count(components, 'component')}`
}

/** The name of a flow in its file, or where it stands there. */
const nameOf = ({ document, path }: FoundFlow): string =>
  document?.settings.name ?? (path === '' ? 'The flow' : path)

interface FoundFlowChoiceProps {
  flows: readonly FoundFlow[]
  chosen: FoundFlow
  onChoose: (flow: FoundFlow) => void
}

const frame = 'flex items-center gap-3 rounded-lg border px-3 py-2 text-sm'

const FlowFacts = ({ flow }: { flow: FoundFlow }) => (
  <>
    <span className="min-w-0 grow">
      <span className="block truncate font-medium text-ink">{nameOf(flow)}</span>
      <span className="block text-muted text-xs">{showExtent(flow)}</span>
    </span>
    <Badge tone={flow.document === null ? 'danger' : 'neutral'}>{formatLabels[flow.format]}</Badge>
  </>
)

/** The flows that a file holds; one of them is chosen. A single one is only shown. */
export const FoundFlowChoice = ({ flows, chosen, onChoose }: FoundFlowChoiceProps) =>
  flows.length === 1 ? (
    <div className={clsx(frame, 'border-line')}>
      <FlowFacts flow={chosen} />
    </div>
  ) : (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-ink text-sm">
        {flows.length} flows in the file
      </legend>
      <div className="flex max-h-52 flex-col gap-1.5 overflow-y-auto">
        {flows.map((flow) => (
          <label
            key={flow.path}
            className={clsx(
              frame,
              'cursor-pointer',
              flow === chosen ? 'border-accent bg-accent-soft' : 'border-line',
            )}
          >
            <input
              type="radio"
              name="found-flow"
              checked={flow === chosen}
              onChange={() => onChoose(flow)}
            />
            <FlowFacts flow={flow} />
          </label>
        ))}
      </div>
    </fieldset>
  )
