import { createPreview, type Preview } from '#web/builder/preview/preview.ts'
import { aBuilder, type BuilderDriver } from './a-builder.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'

/** A preview without a screen, of a flow in a builder without a screen. */
export interface PreviewDriver extends BuilderDriver {
  preview: Preview
  clock: FakeClock
  /** The lines of the trace. */
  trace(): string[]
  /** Gives an answer and goes on. */
  answer(answers: Record<string, string | string[]>): void
}

const blob = (type: string) => () => new Blob(['x'], { type })

export const aPreview = async (...opened: Parameters<typeof aBuilder>): Promise<PreviewDriver> => {
  const driver = await aBuilder(...opened)
  const clock = createFakeClock()
  const texts = new Map<string, string>()
  let count = 0
  const next = () => {
    count += 1
    return count
  }
  const preview = createPreview(driver.builder, {
    now: clock.now,
    // Codes that count up, so that each one differs from the one before.
    fillRandom: (bytes) => bytes.fill(0).fill(next() % 256, 3),
    newId: () => `id${next()}`,
    storage: {
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => void texts.set(key, text),
      removeItem: (key) => void texts.delete(key),
    },
    media: {
      drawPhoto: blob('image/jpeg'),
      drawSignature: blob('image/png'),
      recordVoice: blob('audio/mp4'),
    },
  })
  return {
    ...driver,
    preview,
    clock,
    trace: () => preview.store.getState().trace.map(({ text }) => text),
    answer: (answers) => {
      for (const [id, value] of Object.entries(answers)) preview.change(id, value)
      preview.next()
    },
  }
}
