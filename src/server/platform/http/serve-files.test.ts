import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { serveFiles } from './serve-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'dist-'))
const script = 'console.log("Sandi")\n'.repeat(100)
mkdirSync(join(folder, 'dist/assets'), { recursive: true })
writeFileSync(join(folder, 'secret.txt'), 'secret')
writeFileSync(join(folder, 'dist/index.html'), '<h1>Sandi</h1>')
writeFileSync(join(folder, 'dist/assets/main-a1b2c3.js'), script)
const builder = 'src/web/builder/flow-builder-screen.tsx'
const manifest = {
  'index.html': { file: 'assets/main-a1b2c3.js', imports: ['_vendor.js'] },
  '_vendor.js': { file: 'assets/vendor-d4.js' },
  '_shared.js': { file: 'assets/shared-e5.js', imports: ['_vendor.js'] },
  [builder]: { file: 'assets/builder-f6.js', imports: ['_shared.js'], css: ['assets/b-07.css'] },
}
mkdirSync(join(folder, 'dist/.vite'))
writeFileSync(join(folder, 'dist/.vite/manifest.json'), JSON.stringify(manifest))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const app = new Hono().use('*', serveFiles(join(folder, 'dist')))
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('serveFiles', () => {
  it('lets hashed assets be kept for ever, and everything else be asked for again', async () => {
    const asset = await get('/assets/main-a1b2c3.js')
    expect(await asset.text()).toBe(script)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('content-type')).toContain('text/javascript')
    const page = await get('/')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const tag = page.headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304)
  })

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ])('compresses for who accepts %s', async (accepted, encoding, decompress) => {
    const asset = await get('/assets/main-a1b2c3.js', { 'accept-encoding': accepted })
    expect(asset.headers.get('content-encoding')).toBe(encoding)
    const bytes = Buffer.from(await asset.arrayBuffer())
    expect(bytes.length).toBeLessThan(script.length / 5)
    expect(decompress(bytes).toString()).toBe(script)
  })

  it('answers every address of a page with index.html, but not a missing file or API call', async () => {
    expect(await (await get('/flows/01a2/versions')).text()).toBe('<h1>Sandi</h1>')
    expect((await get('/assets/gone-ffffff.js')).status).toBe(404)
    expect((await get('/api/v1/nothing')).status).toBe(404)
    expect((await app.request('/flows', { method: 'POST' })).status).toBe(404)
  })

  it('names what the Flow Builder needs beyond what every page loads, and nothing elsewhere', async () => {
    expect((await get('/flows/01a2')).headers.get('link')).toBe(
      '</api/v1/session>; rel=preload; as=fetch; crossorigin, ' +
        '</api/v1/flows/01a2>; rel=preload; as=fetch; crossorigin, ' +
        '</assets/builder-f6.js>; rel=modulepreload, </assets/shared-e5.js>; rel=modulepreload, ' +
        '</assets/b-07.css>; rel=preload; as=style; crossorigin',
    )
    expect((await get('/flows')).headers.get('link')).toBeNull()
    expect((await get('/flows/1>;x')).headers.get('link')).toBeNull()
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%',
  ])('never leaves its folder by %s', async (path) => {
    expect(await (await get(path)).text()).not.toBe('secret')
  })
})
