import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { largestFile } from '#domain/components/answer-file.ts'
import { documentLimits } from '#domain/flow/flow-schema.ts'
import { second } from '#domain/shared/clock.ts'
import type { ResolveActor } from '../actor.ts'
import { readBearerToken } from '../bearer-token.ts'
import type { Logger } from '../logger.ts'
import type { Telemetry } from '../telemetry.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { toProblemResponse } from './problem-response.ts'

const mebibyte = 1024 * 1024
const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/** Names each request and gives it a log of its own; what it answers is logged, never what it carries. */
export const logRequests = (logger: Logger, telemetry: Telemetry) => [
  requestId(),
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const began = performance.now()
    c.set('logger', logger.child({ requestId: c.var.requestId }))
    await next()
    const { method, path } = c.req
    const { status } = c.res
    const milliseconds = performance.now() - began
    const route = routePath(c)
    telemetry.request({ method, route, status, seconds: milliseconds / second })
    const rounded = Math.round(milliseconds)
    c.var.logger.info({ method, path, status, milliseconds: rounded }, 'request')
  }),
]

/** The headers that keep a page to what it is. React Flow writes inline styles; PGlite is WebAssembly. */
export const setSecurityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  // Plain HTTP on a laptop is a supported home; a proxy with TLS sets its own.
  strictTransportSecurity: false,
})

const limitTo = (mebibytes: number) =>
  bodyLimit({
    maxSize: mebibytes * mebibyte,
    onError: () =>
      toProblemResponse({
        code: 'too-large',
        detail: `The body may have at most ${mebibytes} MiB.`,
      }),
  })

const usualLimit = limitTo(3)
const fileLimit = limitTo(largestFile / mebibyte)
const importLimit = limitTo(documentLimits.bytes / mebibyte)

const findLimit = (path: string) => {
  if (/\/(task-)?files$/.test(path)) return fileLimit
  return /\/flows\/([^/]+\/)?import(\/preview)?$/.test(path) ? importLimit : usualLimit
}

/** Refuses bodies over 3 MiB, or that of the largest file or flow, before they are read whole. */
export const limitBody = createMiddleware<ApiEnvironment>((c, next) =>
  findLimit(c.req.path)(c, next),
)

/**
 * Refuses what another site's page makes a browser send: a change must come from our own origin.
 * Programs that send neither `Origin` nor `Sec-Fetch-Site` are no browsers.
 */
export const refuseOtherOrigins = (publicUrl: string | undefined) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    if (safeMethods.includes(c.req.method)) return next()
    // No browser sends a key by itself, and with one the cookie does not count.
    if (readBearerToken(c.req.raw.headers) !== undefined) return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const own = [new URL(c.req.url).host, publicUrl && new URL(publicUrl).host]
    const isOwn =
      origin === undefined
        ? site === undefined || site === 'same-origin' || site === 'none'
        : URL.canParse(origin) && own.includes(new URL(origin).host)
    if (isOwn) return next()
    return toProblemResponse({ code: 'forbidden', detail: 'The request comes from another site.' })
  })

/** Finds out who sends each request; `requireRole` decides whether that is enough. */
export const identify = (resolveActor: ResolveActor) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const actor = await resolveActor(c.req.raw)
    if (actor !== undefined) c.set('actor', actor)
    return next()
  })
