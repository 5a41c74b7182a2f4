import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Flow } from '#contract/flow-contract.ts'
import { signIn, spawnServer } from '#testing/spawn-server.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'

const directory = mkdtempSync(join(tmpdir(), 'sandi-main-'))
const settings = { DATA_DIR: join(directory, 'data') }
let servers: ReturnType<typeof spawnServer>[] = []

const start = (env: Record<string, string> = {}) => {
  const server = spawnServer({ ...settings, ...env })
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')))
  servers = []
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe('starting', () => {
  it('from nothing says one line with the address, and is ready then', async () => {
    const server = start()
    const address = await server.ready()
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    expect(server.output).toEqual({ stdout: `Sandi is ready at ${address}\n`, stderr: '' })
    expect(await server.end()).toBe(0)
  })

  it('on a data directory that another process uses is refused in a sentence, and harms nothing', async () => {
    const first = start()
    const address = await first.ready()
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.output.stderr).toBe(
      `Sandi can not start: The data directory ${settings.DATA_DIR} is in use by another Sandi process. ` +
        'Stop that one, choose another DATA_DIR, or use PostgreSQL by DATABASE_URL.\n',
    )
    await signIn(address, 'admin@sandi.test')
    expect(await first.end()).toBe(0)
  })

  it('with a wrong setting names it and what it allows', async () => {
    const server = start({ PORT: 'eighty', LOG_LEVEL: 'loud' })
    expect(await server.ended).toBe(1)
    expect(server.output.stderr).toContain('PORT must be a whole number from 0 to 65535')
    expect(server.output.stderr).toContain('LOG_LEVEL must be one of trace, debug')
    expect(server.output.stdout).toBe('')
  })

  it('on a taken port names the port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const server = start({ PORT: String(port) })
    expect(await server.ended).toBe(1)
    expect(server.output.stderr).toContain(`Port ${port} on 127.0.0.1 is taken`)
    other.close()
  })

  it('without a database server says so and ends', async () => {
    const server = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect(await server.ended).toBe(1)
    expect(server.output.stderr).toContain('Sandi can not start: ')
  })
})

describe('on PostgreSQL', () => {
  it('several processes start at once on one empty database, and share it', async () => {
    const { url } = await createPostgresDatabase()
    const addresses = await Promise.all(
      [1, 2].map(() => start({ DATABASE_URL: url, SECRET_KEY: 'k'.repeat(32) }).ready()),
    )
    const [first = '', second = ''] = addresses
    const cookie = await signIn(first, 'planner@sandi.test')
    const session = await fetch(`${second}/api/v1/session`, { headers: { cookie } })
    expect(await session.json()).toMatchObject({ role: 'planner' })
    const flows = await fetch(`${second}/api/v1/flows`, { headers: { cookie } })
    expect(((await flows.json()) as { items: Flow[] }).items).toHaveLength(3)
    for (const server of servers) expect(await server.end()).toBe(0)
  })
})

describe('stopping by SIGTERM', () => {
  it('finishes the request in flight, takes no more, and exits 0 within 10 s', async () => {
    const server = start()
    const address = await server.ready()
    const cookie = await signIn(address, 'admin@sandi.test')
    const body = JSON.stringify({ name: 'Made while stopping' })
    const slow = request(`${address}/api/v1/flows`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'content-length': body.length },
    })
    slow.write(body.slice(0, 10))
    await new Promise((resolve) => setTimeout(resolve, 300))

    const began = Date.now()
    const ended = server.end('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
    slow.end(body.slice(10))
    const [response] = await once(slow, 'response')
    expect(response.statusCode).toBe(201)
    response.resume()
    expect(await ended).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)

    const next = start()
    const again = await next.ready()
    const found = await fetch(`${again}/api/v1/flows?search=stopping`, { headers: { cookie } })
    expect((await found.json()) as { items: Flow[] }).toMatchObject({
      items: [{ name: 'Made while stopping' }],
    })
  })

  it('does not wait for a request that never ends', async () => {
    const server = start()
    const address = await server.ready()
    const hanging = request(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 1000 },
    })
    hanging.on('error', () => undefined)
    hanging.write('{')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const began = Date.now()
    expect(await server.end('SIGTERM')).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
  })
})
