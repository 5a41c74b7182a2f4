import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { toEdgeId } from '#web/shared/flow-view/edge-id.ts'
import { canvasMarks } from '../canvas/canvas-marks.ts'
import { listCoverage } from './coverage/coverage.ts'
import type { Preview } from './preview.ts'
import { listShown } from './run/run.ts'
import { listTakenWays } from './run/walk-run.ts'
import { previewView } from './use-preview.ts'

const nothing = { walked: new Set<string>(), missed: new Set<string>(), previewed: undefined }

/** Lights on the canvas the way that was walked and, when asked for, the ways that never were. */
export const usePreviewMarks = (preview: Preview): void => {
  const run = useStore(preview.store, (state) => state.run)
  const walked = useStore(preview.store, (state) => state.walked)
  const marksMissed = useStore(previewView, (view) => view.marksMissed)
  const { flow } = preview.scene()
  const missed = useMemo(
    () =>
      listCoverage(flow, walked)
        .filter(({ isWalked }) => !isWalked)
        .map(({ way }) => toEdgeId(way)),
    [flow, walked],
  )
  useEffect(() => {
    const scene = preview.scene()
    const lit = new Set(listTakenWays(scene, run).map(toEdgeId))
    canvasMarks.setState({
      walked: lit,
      // Where a run begins further on, what lies before is lit all the same.
      missed: new Set(marksMissed ? missed.filter((id) => !lit.has(id)) : []),
      previewed: run.stage === 'done' ? undefined : listShown(scene, run).at(-1)?.id,
    })
  }, [preview, run, missed, marksMissed])
  useEffect(() => () => canvasMarks.setState(nothing), [])
}
