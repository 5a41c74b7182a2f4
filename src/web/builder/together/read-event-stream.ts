/** A server-sent event. */
interface StreamEvent {
  name: string
  data: string
}

const toEvent = (frame: string): StreamEvent | undefined => {
  const field = (name: string) =>
    frame
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
  const name = field('event')
  const data = field('data')
  return name === undefined || data === undefined ? undefined : { name, data }
}

/**
 * Reads server-sent events, as our server writes them, until the stream ends; `onSign` hears of every
 * sign of life. Throws when the stream breaks.
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  onSign: () => void,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onSign()
    text += decoder.decode(value, { stream: true })
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames) {
      const event = toEvent(frame)
      if (event !== undefined) yield event
    }
  }
}
