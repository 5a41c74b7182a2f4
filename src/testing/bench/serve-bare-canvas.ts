import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import react from '@vitejs/plugin-react'
import { Hono } from 'hono'
import { build } from 'vite'
import { serveFiles } from '#server/platform/http/serve-files.ts'

const source = fileURLToPath(new URL('bare-canvas', import.meta.url))
const built = fileURLToPath(new URL('../../../.cache/bench-bare', import.meta.url))

/**
 * Builds the bare React Flow page as the app is built, and serves it as the app is served, on any
 * free port: `origin/?pages=200`.
 */
export const serveBareCanvas = async (): Promise<{ origin: string; close: () => void }> => {
  await build({
    root: source,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: built, emptyOutDir: true, target: 'baseline-widely-available' },
  })
  const app = new Hono().use(serveFiles(built))
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the bare page has no port')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
