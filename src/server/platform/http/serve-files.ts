import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { readPreloads } from './read-preloads.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.wasm'])

type Encoding = 'br' | 'gzip' | 'identity'
type Bytes = Buffer<ArrayBuffer>

const encoders: Record<Encoding, (bytes: Bytes) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
  identity: async (bytes) => bytes,
}

const chooseEncoding = (accepted: string, extension: string): Encoding => {
  if (!compressible.has(extension)) return 'identity'
  return (['br', 'gzip'] as const).find((one) => accepted.includes(one)) ?? 'identity'
}

/**
 * Serves the built web app. Files under /assets carry a hash in their names and never change; every
 * other address of a page answers with index.html, which finds its own way. Compressed once each.
 */
export const serveFiles = (folder: string): MiddlewareHandler => {
  const compressed = new Map<string, Promise<Buffer>>()
  const findPreloads = readPreloads(folder)

  const encode = (path: string, bytes: Bytes, tag: string, encoding: Encoding) => {
    const key = `${path} ${tag} ${encoding}`
    const known = compressed.get(key) ?? encoders[encoding](bytes)
    compressed.set(key, known)
    return known
  }

  const serve = async (c: Context, file: string) => {
    const bytes = readFileSync(join(folder, file))
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const isHashed = file.startsWith('/assets/')
    c.header('ETag', tag)
    c.header('Vary', 'Accept-Encoding')
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
    const extension = extname(file)
    const encoding = chooseEncoding(c.req.header('accept-encoding') ?? '', extension)
    if (encoding !== 'identity') c.header('Content-Encoding', encoding)
    c.header('Content-Type', mediaTypes[extension] ?? 'application/octet-stream')
    return c.body(new Uint8Array(await encode(file, bytes, tag, encoding)))
  }

  return async (c, next) => {
    const path = findPath(c)
    if (path === undefined || !['GET', 'HEAD'].includes(c.req.method)) return next()
    if (isFile(join(folder, path))) return serve(c, path)
    const isPage = extname(path) === '' && !path.startsWith('/api/')
    const preloads = findPreloads(path)
    if (isPage && preloads !== undefined) c.header('Link', preloads)
    return isPage && existsSync(join(folder, 'index.html')) ? serve(c, '/index.html') : next()
  }
}

/** The path of a request, without anything that would lead out of the folder. */
const findPath = (c: Context): string | undefined => {
  try {
    const path = normalize(decodeURIComponent(c.req.path)).replaceAll('\\', '/')
    return path.includes('\0') || path.split('/').includes('..') ? undefined : path
  } catch {
    return undefined
  }
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true
