/** Makes the files that generated answers need. */
export interface MockMedia {
  drawPhoto(title: string): Blob
  drawSignature(name: string): Blob
  recordVoice(): Blob
}

const size = { photo: { width: 640, height: 640 }, signature: { width: 640, height: 280 } }

/** Draws on a canvas and gives the picture at once. */
const draw = (
  { width, height }: { width: number; height: number },
  type: 'image/jpeg' | 'image/png',
  paint: (context: CanvasRenderingContext2D) => void,
): Blob => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (context !== null) {
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    paint(context)
  }
  const bytes = atob(canvas.toDataURL(type).split(',')[1] ?? '')
  return new Blob([Uint8Array.from(bytes, (character) => character.charCodeAt(0))], { type })
}

const drawPhoto = (title: string): Blob =>
  draw(size.photo, 'image/jpeg', (context) => {
    context.fillStyle = '#cbd5e1'
    context.fillRect(0, 0, size.photo.width, size.photo.height)
    context.fillStyle = '#1e293b'
    context.font = '600 44px system-ui, sans-serif'
    context.fillText(title, 320, 300, 560)
    context.font = '28px system-ui, sans-serif'
    context.fillText('Sample photo', 320, 360)
  })

const drawSignature = (name: string): Blob =>
  draw(size.signature, 'image/png', (context) => {
    context.fillStyle = 'white'
    context.fillRect(0, 0, size.signature.width, size.signature.height)
    context.fillStyle = '#1e293b'
    context.font = 'italic 96px "Segoe Script", "Bradley Hand", cursive'
    context.fillText(name, 320, 140, 560)
  })

const sampleRate = 8_000

/** A second of a soft tone (RIFF WAVE, 8 bit). Players go by the bytes, whatever the type says. */
const recordVoice = (): Blob => {
  const view = new DataView(new ArrayBuffer(44 + sampleRate))
  const write = (at: number, text: string) => {
    for (const [index, character] of [...text].entries()) {
      view.setUint8(at + index, character.charCodeAt(0))
    }
  }
  write(0, 'RIFF')
  view.setUint32(4, 36 + sampleRate, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, sampleRate, true)
  for (let index = 0; index < sampleRate; index += 1) {
    view.setUint8(44 + index, 128 + Math.round(24 * Math.sin((index / sampleRate) * 440 * 6.28)))
  }
  return new Blob([view.buffer], { type: 'audio/mp4' })
}

export const mockMedia: MockMedia = { drawPhoto, drawSignature, recordVoice }
