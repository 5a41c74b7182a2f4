import { fitWithin, longestSide } from './fit-within.ts'

/** Enough for a label to be read, a fifth of the size of the best. */
const quality = 0.82

/** Lines on a dark strip along the lower edge. */
const drawWatermark = (canvas: CanvasRenderingContext2D, lines: readonly string[]) => {
  const { width, height } = canvas.canvas
  const size = Math.max(14, Math.round(width / 45))
  const step = size * 1.35
  const strip = lines.length * step + size * 0.6
  canvas.fillStyle = 'rgb(0 0 0 / 55%)'
  canvas.fillRect(0, height - strip, width, strip)
  canvas.fillStyle = 'white'
  canvas.font = `${size}px system-ui, sans-serif`
  canvas.textBaseline = 'top'
  for (const [index, line] of lines.entries()) {
    canvas.fillText(line, size * 0.6, height - strip + size * 0.4 + index * step, width - size)
  }
}

/**
 * A picture as it is uploaded: the right way up, scaled down, with its watermark, as JPEG. Rejects when
 * this browser cannot read the picture.
 */
export const preparePhoto = async (picture: Blob, watermark: readonly string[]): Promise<Blob> => {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  Object.assign(canvas, fitWithin(bitmap.width, bitmap.height, longestSide))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser draws no pictures')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  if (watermark.length > 0) drawWatermark(context, watermark)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('no JPEG was made')) : resolve(blob)),
      'image/jpeg',
      quality,
    )
  })
}
