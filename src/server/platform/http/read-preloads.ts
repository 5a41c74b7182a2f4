import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof manifestSchema>

/** The screens that consist of so much code that waiting for the app to ask for it would be felt. */
const heavyScreens = [
  {
    address: /^\/flows\/[\w-]+$/,
    source: 'src/web/builder/flow-builder-screen.tsx',
    /** What the screen asks the API for as soon as its code is there. */
    listData: (path: string) => ['/api/v1/session', `/api/v1${path}`],
  },
]

/** A file of the build and all that it imports at once, each named once. */
const listNeeded = (manifest: Manifest, name: string, needed = new Set<string>()): Set<string> => {
  const chunk = manifest[name]
  if (chunk === undefined || needed.has(name)) return needed
  needed.add(name)
  for (const imported of chunk.imports) listNeeded(manifest, imported, needed)
  return needed
}

const toCodeLink = (manifest: Manifest, source: string): string => {
  const atOnce = listNeeded(manifest, 'index.html')
  const later = [...listNeeded(manifest, source)].filter((name) => !atOnce.has(name))
  const chunks = later.flatMap((name) => manifest[name] ?? [])
  return [
    ...chunks.map(({ file }) => `</${file}>; rel=modulepreload`),
    ...chunks
      .flatMap(({ css }) => css)
      .map((file) => `</${file}>; rel=preload; as=style; crossorigin`),
  ].join(', ')
}

const toDataLink = (paths: readonly string[]): string =>
  paths.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(', ')

/**
 * Reads from the build's manifest what heavy screens consist of. The answer finds, for the address of
 * a page, the `Link` header that lets a browser fetch it, and its data, beside the app and not after it
 * (RFC 8288); nothing for other addresses, or where there is no manifest.
 */
export const readPreloads = (folder: string): ((path: string) => string | undefined) => {
  const file = join(folder, '.vite/manifest.json')
  if (!existsSync(file)) return () => undefined
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const screens = heavyScreens.map(({ source, ...screen }) => ({
    ...screen,
    code: toCodeLink(manifest, source),
  }))
  return (path) => {
    const screen = screens.find(({ address }) => address.test(path))
    return screen && `${toDataLink(screen.listData(path))}, ${screen.code}`
  }
}
