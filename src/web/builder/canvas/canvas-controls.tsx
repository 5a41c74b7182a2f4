import { Panel, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '#web/ui/icon-button.tsx'
import { fitViewAction, zoomInAction, zoomOutAction } from '../actions/view-actions.ts'
import { useBuilder } from '../builder-context.tsx'

/** The zoom in whole percent: the only thing that reads it, so the only thing that renders with it. */
const ZoomLevel = (): ReactNode => {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  return <span className="w-11 text-center text-muted text-xs tabular-nums">{percent} %</span>
}

/** Zoom and fit, at the lower left of the canvas. */
export const CanvasControls = () => {
  const builder = useBuilder()
  const button = (action: typeof zoomInAction, icon: typeof Plus) => (
    <IconButton
      icon={icon}
      label={action.label}
      tooltipSide="top"
      onClick={() => action.run(builder)}
    />
  )
  return (
    <Panel
      position="bottom-left"
      className="flex items-center rounded-lg bg-raised p-0.5 shadow-floating max-sm:[&_span]:hidden"
    >
      {button(zoomOutAction, Minus)}
      <ZoomLevel />
      {button(zoomInAction, Plus)}
      {button(fitViewAction, Maximize)}
    </Panel>
  )
}
