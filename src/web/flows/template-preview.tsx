import { useState } from 'react'
import { FlowView } from '#web/shared/flow-view/flow-view.tsx'
import { PhonePage } from './phone-page.tsx'
import type { Template } from './template-queries.ts'

/** What a template holds: its pages on a canvas, and one of them on a phone. */
export const TemplatePreview = ({ template }: { template: Template }) => {
  const { flow, name, description } = template
  const [chosen, setChosen] = useState<string>()
  // A flow has at least its Initial Page.
  const pageId = chosen ?? flow.pageOrder[1] ?? flow.pageOrder[0] ?? ''
  return (
    <section aria-label={`Preview of ${name}`} className="flex min-h-0 flex-col gap-3">
      <div>
        <h3 className="break-words font-semibold text-base text-ink">{name}</h3>
        {description !== '' && (
          <p className="whitespace-pre-line break-words text-muted text-sm">{description}</p>
        )}
      </div>
      <div className="grid min-h-0 grow grid-cols-[minmax(0,1fr)] gap-4 max-sm:grid-rows-[16rem_26rem] sm:grid-cols-[minmax(0,1fr)_16rem] sm:grid-rows-1">
        <FlowView
          label={`Pages of ${name}`}
          flow={flow}
          selected={{ pageId, componentId: null }}
          onSelect={(part) => setChosen(part.pageId)}
          className="overflow-hidden rounded-lg ring-1 ring-line"
        />
        <PhonePage flow={flow} pageId={pageId} onPage={setChosen} />
      </div>
    </section>
  )
}
