import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, run, stop } from './bootstrap.mjs'

const mark = join(root, 'dist/.build-hash')
const sources = [
  'src/web',
  'src/domain',
  'src/contract',
  'public',
  'index.html',
  'vite.config.ts',
  'tailwind.config.ts',
  'package-lock.json',
]

/** Builds the web app into dist/ and notes of which sources. */
export async function buildWeb() {
  const hash = hashSources()
  const code = await run('vite', ['build'], { VITE_API: '' })
  if (code !== 0) stop('The web app could not be built.', code)
  writeFileSync(mark, hash)
}

/** Builds the web app unless dist/ was made of just these sources. */
export async function buildWebIfStale() {
  if (readIfThere(mark) !== hashSources()) await buildWeb()
}

function hashSources() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesUnder)) hash.update(path).update(readIfThere(path))
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found?.isDirectory()) return [join(root, path)]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesUnder(`${path}/${name}`))
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Builds the static demonstration, whose server runs in the browser, into dist-mock/. */
async function buildMock() {
  const code = await run('vite', ['build'], { VITE_API: 'mock' })
  if (code !== 0) stop('The mock could not be built.', code)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isMock = process.argv[2] === 'mock' || process.env.VITE_API === 'mock'
  await (isMock ? buildMock() : buildWeb())
}
