import { expect, it, vi } from 'vitest'
import { createEventOutlet, toFrame } from './event-outlet.ts'

const readAll = async (body: ReadableStream<Uint8Array>) => new Response(body).text()

it('a slow reader gets all frames in order, and of each topic the newest only', async () => {
  const outlet = createEventOutlet(() => {})
  outlet.send('first\n\n')
  for (const text of ['a', 'b', 'c']) outlet.send(`operation ${text}\n\n`)
  for (const text of ['1', '2', '3']) outlet.send(`cursor ${text}\n\n`, 'cursor')
  outlet.close()
  expect(await readAll(outlet.body)).toBe(
    'first\n\noperation a\n\noperation b\n\noperation c\n\ncursor 3\n\n',
  )
})

it('a reader that does not read is let go, instead of being kept in memory for', () => {
  const onEnd = vi.fn()
  const outlet = createEventOutlet(onEnd)
  for (let sent = 0; sent < 40; sent += 1) outlet.send('x'.repeat(100_000))
  expect(onEnd).toHaveBeenCalledOnce()
  outlet.send('ignored')
  outlet.close()
  expect(onEnd).toHaveBeenCalledOnce()
})

it('the end is told when the reader goes away', async () => {
  const onEnd = vi.fn()
  await createEventOutlet(onEnd).body.cancel()
  expect(onEnd).toHaveBeenCalledOnce()
})

it('data is one line, whatever it says', () => {
  expect(toFrame('presence', { name: 'a\nb\r\nevent: x' }, 7)).toBe(
    'event: presence\ndata: {"name":"a\\nb\\r\\nevent: x"}\nid: 7\n\n',
  )
})
