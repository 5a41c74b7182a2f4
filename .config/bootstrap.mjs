import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync, utimesSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// From an empty checkout, on any Node from 20 on, to an installed one on Node 24: only built-ins here.

export const root = fileURLToPath(new URL('..', import.meta.url))
const receipt = join(root, 'node_modules/.package-lock.json')
const lock = join(root, 'package-lock.json')

/** Installs the packages when they are missing or older than the lock file. */
export function installPackages() {
  if (existsSync(receipt) && modifiedAt(receipt) >= modifiedAt(lock)) return
  // Without a receipt an installation is missing or was broken off: `ci` begins anew.
  const command = existsSync(lock) && !existsSync(receipt) ? 'ci' : 'install'
  console.log(`Installing packages (npm ${command}) …`)
  // The tools are needed to build, so not even NODE_ENV=production leaves them out.
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', [command, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop(`npm ${command} failed.`, status ?? 1)
  // npm leaves the receipt alone when there was nothing to do.
  utimesSync(receipt, new Date(), new Date())
}

/** The Node 24 that came with the packages, else this one if it is new enough. */
export function findNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const path = join(dirname(manifest), file)
    if (existsSync(path)) return path
  } catch {
    // No such package for this platform.
  }
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return stop(
    `Sandi needs Node 24 or newer, this is ${process.version}: install it from nodejs.org.`,
  )
}

/**
 * Runs a command with Node 24 and the project's tools first in the PATH, and hands it our signals.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, env = {}) {
  const path = [dirname(findNode()), join(root, 'node_modules/.bin'), process.env.PATH]
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path.join(delimiter), ...env },
    shell: process.platform === 'win32',
  })
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    // Ctrl-C in a terminal reaches the child by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  process.on('SIGTERM', forward).on('SIGINT', forward)
  const watch = whenOrphaned(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => {
      clearInterval(watch)
      process.off('SIGTERM', forward).off('SIGINT', forward)
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      end(1)
    })
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** The arguments that make Node read .env, where there is one. */
export function envFileArguments() {
  return existsSync(join(root, '.env')) ? ['--env-file=.env'] : []
}

/**
 * Says why in one sentence, and exits.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence, code = 1) {
  console.error(sentence)
  process.exit(code)
}

/**
 * npm runs scripts through a shell, which a SIGTERM to npm kills without a word to us.
 * @param {() => void} act
 */
function whenOrphaned(act) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 200)
  return watch
}

/** @param {string} path */
function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}
