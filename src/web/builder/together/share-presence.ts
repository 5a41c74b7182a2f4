import type { Presence } from '#contract/flow-events-contract.ts'
import { api } from '#web/shared/api.ts'
import { type Builder, flowOf } from '../builder.ts'
import { primaryComponentId, primaryPageId } from '../state/selection.ts'
import type { Point } from './peer-store.ts'

/** At most one message in so many ms. */
const pause = 100

const toPlace = (builder: Builder): Pick<Presence, 'pageId' | 'componentId'> => {
  const { selection } = builder.session.getState()
  const componentId = primaryComponentId(selection) ?? null
  if (componentId !== null) {
    return { componentId, pageId: flowOf(builder).pageIdByComponentId[componentId] ?? null }
  }
  const pageId = selection.kind === 'transition' ? selection.pageId : primaryPageId(selection)
  return { componentId, pageId: pageId ?? null }
}

/**
 * Tells the others what is selected here and where the pointer is: only while there are others, only
 * what has changed, and at most ten times a second. What is lost is not sent again.
 */
export const sharePresence = (
  builder: Builder,
  canvas: HTMLElement | null,
  toCanvasPoint: (point: Point) => Point,
): (() => void) => {
  const { flowId, autosave, session, editor } = builder
  let cursor: Point | null = null
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPausing = false

  const send = () => {
    const presence = { clientId: autosave.clientId, ...toPlace(builder), cursor }
    const text = JSON.stringify(presence)
    if (text === sent) return
    sent = text
    isPausing = true
    timer = setTimeout(() => {
      isPausing = false
      send()
    }, pause)
    api.v1.flows[':flowId'].presence
      .$post({ param: { flowId }, json: presence })
      .catch(() => undefined)
  }

  const share = () => {
    if (!isPausing) send()
  }

  const onMove = ({ clientX, clientY }: PointerEvent) => {
    const { x, y } = toCanvasPoint({ x: clientX, y: clientY })
    cursor = { x: Math.round(x), y: Math.round(y) }
    share()
  }
  const onLeave = () => {
    cursor = null
    share()
  }

  canvas?.addEventListener('pointermove', onMove)
  canvas?.addEventListener('pointerleave', onLeave)
  const stops = [
    session.subscribe((now, before) => {
      if (now.selection !== before.selection) share()
    }),
    editor.store.subscribe(share),
  ]
  share()
  return () => {
    clearTimeout(timer)
    canvas?.removeEventListener('pointermove', onMove)
    canvas?.removeEventListener('pointerleave', onLeave)
    for (const stop of stops) stop()
  }
}
