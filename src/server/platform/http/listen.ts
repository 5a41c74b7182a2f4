import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { second } from '#domain/shared/clock.ts'
import { toProblemResponse } from './problem-response.ts'

type Handle = (request: Request, environment: object) => Response | Promise<Response>

/** A port that answers. */
export interface Listener {
  /** Where it can be reached from here. */
  address: string
  /** Answers by this from now on; before, everything gets 503. */
  serve(handle: Handle): void
  /** Takes no more requests, and waits up to 7 s for those in flight. */
  close(): Promise<void>
}

/** Takes a port at once, long before there is something to serve. Throws `PortTaken`. */
export const listen = async (port: number, host: string): Promise<Listener> => {
  let handle: Handle = () =>
    toProblemResponse({ code: 'not-ready', detail: 'The server is starting.', retryAfter: 1 })
  const server = createServer(getRequestListener((request, env) => handle(request, env)))
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(port, host) : error
  })
  return {
    address: toAddress(server, host),
    serve(next) {
      handle = next
    },
    close: () => close(server),
  }
}

/** The port is not to be had. */
class PortTaken extends Error {
  constructor(port: number, host: string) {
    super(
      `Port ${port} on ${host} is taken or not allowed. ` +
        'Stop the program that uses it, or choose another one by PORT.',
    )
  }
}

const toAddress = (server: Server, host: string): string => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

const close = async (server: Server): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  // A browser keeps its connection open after the last answer.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), 7 * second)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
}
