import type { Context as Call, TypedResponse } from 'hono'
import { z } from 'zod'
import { problemResponses } from './route-parts.ts'

/** What a route says that answers with a CSV file. */
export const csvResponses = {
  200: { description: 'A CSV file, UTF-8', content: { 'text/csv': { schema: z.string() } } },
  ...problemResponses,
}

/** Answers with a CSV file to be saved, whole or as it comes. */
export const respondCsv = (c: Call, name: string, body: string | ReadableStream) => {
  const response: unknown = c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  })
  return response as Response & TypedResponse<string, 200>
}

/** Text that is made piece by piece, as a body that is made as fast as it is read. */
export const toStream = (pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
