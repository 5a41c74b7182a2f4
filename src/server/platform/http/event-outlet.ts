/** Of a reader that does not read so many characters are kept, then it is let go. */
const mostWaiting = 1024 * 1024

/** A stream of server-sent events to one reader, which never makes anybody else wait. */
export interface EventOutlet {
  body: ReadableStream<Uint8Array>
  /** Sends a frame, as soon as the reader takes it. Unsent frames of one topic replace each other. */
  send(frame: string, topic?: string): void
  /** Sends what is left and ends. */
  close(): void
}

/** A server-sent event; its data must be JSON, which has no line breaks. */
export const toFrame = (event: string, data: unknown, id?: number): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n${id === undefined ? '' : `id: ${id}\n`}\n`

/** Opens a stream; `onEnd` is called once, whoever ends it. */
export const createEventOutlet = (onEnd: () => void): EventOutlet => {
  const encoder = new TextEncoder()
  const topics = new Map<string, string>()
  let queue = ''
  let wants = false
  let isEnded = false
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined

  const deliver = () => {
    if (!wants || (queue === '' && topics.size === 0)) return
    wants = false
    const text = queue + [...topics.values()].join('')
    queue = ''
    topics.clear()
    controller?.enqueue(encoder.encode(text))
  }

  const end = () => {
    if (isEnded) return
    isEnded = true
    onEnd()
  }

  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given
    },
    pull: () => {
      wants = true
      deliver()
    },
    cancel: end,
  })

  const close = () => {
    if (isEnded) return
    wants = true
    deliver()
    controller?.close()
    end()
  }

  return {
    body,
    close,
    send: (frame, topic) => {
      if (isEnded) return
      if (queue.length > mostWaiting) return close()
      if (topic === undefined) queue += frame
      else {
        // What is newest comes last.
        topics.delete(topic)
        topics.set(topic, frame)
      }
      deliver()
    },
  }
}
