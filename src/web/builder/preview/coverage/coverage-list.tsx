import { useMemo } from 'react'
import { useStore } from 'zustand'
import { Button } from '#web/ui/button.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { useBuilder, useFlow } from '../../builder-context.tsx'
import { showOnCanvas } from '../show-on-canvas.ts'
import { previewView, usePreview, usePreviewState } from '../use-preview.ts'
import { type CoveredWay, listCoverage } from './coverage.ts'

/** Longer lists are cut off: who has walked so little has no use for all of it. */
const mostListed = 30

/** Which ways of the draft no run has taken yet. */
export const CoverageList = () => {
  const builder = useBuilder()
  const preview = usePreview()
  const flow = useFlow((state) => state)
  const walked = usePreviewState((state) => state.walked)
  const marksMissed = useStore(previewView, (view) => view.marksMissed)
  const ways = useMemo(() => listCoverage(flow, walked), [flow, walked])
  const missed = ways.filter(({ isWalked }) => !isWalked)
  const select = ({ way }: CoveredWay) =>
    showOnCanvas(builder, {
      pageId: way.pageId,
      componentId: null,
      transitionId: way.transition?.id ?? null,
    })
  return (
    <section aria-labelledby="preview-coverage" className="flex flex-col gap-2 px-3">
      <header className="flex items-center justify-between gap-2">
        <h3 id="preview-coverage" className="font-semibold text-ink text-sm">
          {`${ways.length - missed.length} of ${ways.length} ways walked`}
        </h3>
        <Button
          size="small"
          variant="ghost"
          disabled={walked.size === 0}
          onClick={preview.resetCoverage}
        >
          Reset
        </Button>
      </header>
      {missed.length > 0 && (
        <>
          <p className="text-muted text-xs">Not yet walked in this session:</p>
          <ul>
            {missed.slice(0, mostListed).map((one) => (
              <li key={one.key}>
                <button
                  type="button"
                  onClick={() => select(one)}
                  className="w-full break-words rounded-md px-1 py-1 text-left text-ink text-xs hover:bg-subtle focus-visible:-outline-offset-2"
                >
                  {one.words}
                </button>
              </li>
            ))}
          </ul>
          {missed.length > mostListed && (
            <p className="text-muted text-xs">{`And ${missed.length - mostListed} more.`}</p>
          )}
        </>
      )}
      <Switch
        label="Mark them on the canvas"
        checked={marksMissed}
        onChange={(checked) => previewView.setState({ marksMissed: checked })}
      />
    </section>
  )
}
