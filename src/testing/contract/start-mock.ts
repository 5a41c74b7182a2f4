import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where `npm run test:contract` has installed the mock: it is no dependency of the project. */
const home = fileURLToPath(new URL('../../../.cache/contract/node_modules', import.meta.url))
const prism = join(home, '@stoplight', 'prism-cli', 'dist', 'index.js')

const findFreePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A mock of an API, made from its document, that answers what does not conform with an error. */
export interface ApiMock {
  baseUrl: string
  stop(): Promise<void>
}

/** Starts a mock of the API that a document describes. */
export const startMock = async (document: string): Promise<ApiMock> => {
  const port = await findFreePort()
  const child = spawn(
    process.execPath,
    [prism, 'mock', '--errors', '--host', '127.0.0.1', '--port', String(port), document],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = once(child, 'exit')
  let output = ''
  const listening = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (output.includes('is listening')) resolve()
      })
    }
    ended.then(() => reject(new Error(`the mock ended: ${output}`)))
  })
  await listening
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill()
      await ended
    },
  }
}
