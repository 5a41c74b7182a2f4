import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a stand-in of a provider was asked. */
export interface ProviderRequest {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

/** An answer: a body to be sent as JSON, `hang` for none at all, or `drop` for a cut connection. */
export type ProviderReply = { status: number; body: unknown } | 'hang' | 'drop'

/** A stand-in of a provider on loopback. */
export interface Provider {
  baseUrl: string
  requests: ProviderRequest[]
  stop(): Promise<void>
}

/** Starts a stand-in that answers by `reply`. */
export const startProvider = async (
  reply: (request: ProviderRequest) => ProviderReply | Promise<ProviderReply>,
): Promise<Provider> => {
  const requests: ProviderRequest[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const request = {
      method: incoming.method ?? '',
      url: new URL(incoming.url ?? '', 'http://provider'),
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    }
    requests.push(request)
    const answer = await reply(request)
    if (answer === 'drop') incoming.socket.destroy()
    if (typeof answer === 'string') return
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
