import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { readBearerToken } from '../bearer-token.ts'
import type { Prometheus } from '../prometheus.ts'
import { toProblemResponse } from './problem-response.ts'
import { findSocketAddress } from './socket-address.ts'

const loopback = /^(::ffff:)?127\.|^::1$/

const digest = (text: string) => createHash('sha256').update(text).digest()

/** With a token, who has it; without, this machine alone, unless a proxy stands in between. */
const mayRead = (
  headers: Headers,
  socketAddress: string | undefined,
  token: string | undefined,
): boolean => {
  if (token !== undefined) {
    const given = readBearerToken(headers)
    return given !== undefined && timingSafeEqual(digest(given), digest(token))
  }
  const isForwarded = headers.has('x-forwarded-for') || headers.has('forwarded')
  return !isForwarded && loopback.test(socketAddress ?? '')
}

/** Answers with the metrics of this process, in the format of Prometheus. */
export const serveMetrics =
  ({ render, contentType }: Prometheus, token: string | undefined): MiddlewareHandler =>
  async (c) => {
    if (mayRead(c.req.raw.headers, findSocketAddress(c.env), token)) {
      return c.body(await render(), 200, { 'content-type': contentType })
    }
    const detail =
      'Metrics are for this machine, or with METRICS_TOKEN for whoever sends it as Bearer.'
    return toProblemResponse({ code: 'forbidden', detail })
  }
