import { type PointerEvent, type Ref, useImperativeHandle, useRef } from 'react'

/** What can be done with a pad from outside. */
export interface SignaturePadHandle {
  clear(): void
  /** Writes a name in place of a drawing, and gives the picture. */
  write(name: string): Promise<Blob>
}

interface SignaturePadProps {
  ref: Ref<SignaturePadHandle>
  label: string
  /** Called after every stroke, with the picture so far. */
  onDrawn: (picture: Blob) => void
}

/** Signatures are black on white in every theme: they are pictures of paper. */
const ink = '#10131a'

const toPicture = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG was made')) : resolve(blob)))
  })

const wipe = (canvas: HTMLCanvasElement) => {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
}

/** As many pixels as the screen has there, once. */
const prepare = (canvas: HTMLCanvasElement | null) => {
  if (canvas === null || canvas.dataset.ready !== undefined) return
  const scale = Math.min(3, devicePixelRatio || 1)
  canvas.width = Math.round(canvas.clientWidth * scale)
  canvas.height = Math.round(canvas.clientHeight * scale)
  canvas.dataset.ready = ''
  wipe(canvas)
}

const placeOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return {
    x: ((clientX - left) / width) * currentTarget.width,
    y: ((clientY - top) / height) * currentTarget.height,
  }
}

/** A white area to sign on by finger, pen or mouse. */
export const SignaturePad = ({ ref, label, onDrawn }: SignaturePadProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef<{ x: number; y: number }>(undefined)
  useImperativeHandle(ref, () => ({
    clear: () => canvas.current && wipe(canvas.current),
    write: async (name) => {
      const area = canvas.current
      const context = area?.getContext('2d')
      if (!area || !context) throw new Error('there is nothing to write on')
      wipe(area)
      context.fillStyle = ink
      context.font = `italic ${area.height / 3}px "Segoe Script", "Bradley Hand", cursive`
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillText(name, area.width / 2, area.height / 2, area.width * 0.9)
      return toPicture(area)
    },
  }))

  const drawTo = (event: PointerEvent<HTMLCanvasElement>) => {
    const from = pen.current
    const context = event.currentTarget.getContext('2d')
    if (from === undefined || context === null) return
    const to = placeOf(event)
    context.strokeStyle = ink
    context.lineWidth = Math.max(2, event.currentTarget.height / 70)
    context.lineCap = 'round'
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
    pen.current = to
  }
  const lift = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pen.current === undefined) return
    pen.current = undefined
    void toPicture(event.currentTarget).then(onDrawn)
  }
  return (
    <canvas
      ref={(element) => {
        canvas.current = element
        prepare(element)
      }}
      role="img"
      aria-label={label}
      className="h-44 w-full touch-none rounded-xl border border-control/60 bg-white"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pen.current = placeOf(event)
        drawTo(event)
      }}
      onPointerMove={drawTo}
      onPointerUp={lift}
      onPointerCancel={lift}
    />
  )
}
