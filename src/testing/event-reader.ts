import type { FlowEvents } from '#contract/flow-events-contract.ts'

export type ReadEvent = {
  [Name in keyof FlowEvents]: { name: Name; data: FlowEvents[Name] }
}[keyof FlowEvents]

/** Somebody who follows a flow: what has come so far, and how to wait for more. */
export interface EventReader {
  events: ReadEvent[]
  /** Resolves with the first event that fits, past or to come; throws when none comes in time. */
  until<Name extends keyof FlowEvents>(
    name: Name,
    fits?: (data: FlowEvents[Name]) => boolean,
  ): Promise<FlowEvents[Name]>
  /** Resolves when the server ends the stream. */
  ended: Promise<void>
  leave(): Promise<void>
}

const patience = 5_000

/** Reads the body of `GET /flows/:flowId/events`; `onEvent` hears of each event as it comes. */
export const readEvents = (
  body: ReadableStream<Uint8Array>,
  onEvent: (event: ReadEvent) => void = () => {},
): EventReader => {
  const events: ReadEvent[] = []
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const take = (frame: string) => {
    const name = /^event: (.*)$/m.exec(frame)?.[1]
    const data = /^data: (.*)$/m.exec(frame)?.[1]
    if (!name || !data) return
    const event = { name, data: JSON.parse(data) } as ReadEvent
    events.push(event)
    onEvent(event)
  }
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      if (done) return
      text += decoder.decode(value, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      frames.forEach(take)
    }
  }
  const ended = read()
  return {
    events,
    ended,
    leave: () => reader.cancel(),
    async until(name, fits = () => true) {
      const end = performance.now() + patience
      for (;;) {
        const found = events.find((event) => event.name === name && fits(event.data as never))
        if (found !== undefined) return found.data as never
        if (performance.now() > end) {
          throw new Error(`no event "${name}" among ${JSON.stringify(events)}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
}
