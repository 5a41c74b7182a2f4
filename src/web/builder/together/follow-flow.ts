import type { FlowEvents } from '#contract/flow-events-contract.ts'
import { readEventStream } from './read-event-stream.ts'

type Handlers = { [Name in keyof FlowEvents]: (data: FlowEvents[Name]) => void }

interface Options {
  /** Opens the stream; nothing when it makes no sense to try again. Throws when nobody answers. */
  open(signal: AbortSignal): Promise<ReadableStream<Uint8Array> | undefined>
  handlers: Handlers
  /** The stream is broken, or not wanted: who is there is not known. */
  onLost(): void
}

const shortestWait = 1_000
const longestWait = 30_000
/** The server gives a sign of life every 15 s. */
const longestSilence = 40_000
/** A tab in the background keeps its connection for so long: browsers have few for one server. */
const patience = 30_000

/** Follows a flow for as long as its tab is seen; a stream that breaks is opened again, with growing waits. */
export const followFlow = ({ open, handlers, onLost }: Options): (() => void) => {
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = shortestWait

  const hear = async (body: ReadableStream<Uint8Array>, onSign: () => void) => {
    for await (const { name, data } of readEventStream(body, onSign)) {
      handlers[name as keyof FlowEvents]?.(JSON.parse(data))
    }
  }

  const run = async (controller: AbortController) => {
    let silence: ReturnType<typeof setTimeout> | undefined
    const onSign = () => {
      wait = shortestWait
      clearTimeout(silence)
      silence = setTimeout(() => controller.abort(), longestSilence)
    }
    try {
      const body = await open(controller.signal)
      if (body === undefined) return
      onSign()
      await hear(body, onSign)
    } catch {
      // Broken or ended: what was missed is sent first next time.
    } finally {
      clearTimeout(silence)
    }
    onLost()
    if (running !== controller) return
    running = undefined
    timer = setTimeout(start, wait)
    wait = Math.min(wait * 2, longestWait)
  }

  const start = () => {
    clearTimeout(timer)
    if (running !== undefined) return
    running = new AbortController()
    void run(running)
  }

  const stop = () => {
    clearTimeout(timer)
    const last = running
    running = undefined
    last?.abort()
  }

  const onVisibility = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible') start()
    else timer = setTimeout(stop, patience)
  }

  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('online', start)
  start()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('online', start)
    stop()
  }
}
