import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, root, run, stop } from './bootstrap.mjs'
import { findChromium } from './find-chromium.mjs'

// `npm test`: everything that must hold before a change lands, cheapest first, from an empty checkout.

const results = '.cache/test-results'
const began = Date.now()

installPackages()
installBrowser()
rmSync(join(root, results), { recursive: true, force: true })
mkdirSync(join(root, results), { recursive: true })

await step('types', 'npm', ['run', '--silent', 'typecheck'])
await step('lint', 'npm', ['run', '--silent', 'lint'])
await step('fences', 'npm', ['run', '--silent', 'fences'])
for (const project of ['unit', 'database', 'process']) {
  await step(`${project} tests`, 'vitest', [
    ...['run', '--config', '.config/vitest.config.ts', '--project', project, '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}/${project}.json`],
  ])
}
await step('build', 'npm', ['run', '--silent', 'build'])
await step('mock build', 'npm', ['run', '--silent', 'build:mock'])
await step('end-to-end tests', 'npm', ['run', '--silent', 'test:e2e'])

const { passed, skipped } = countTests()
console.log(`\nEverything took ${seconds(began)}.`)
console.log(`${passed} passed, 0 failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

/**
 * Runs one step under a heading; the first that fails ends the whole.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 */
async function step(title, command, args) {
  const stepBegan = Date.now()
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`)
  const code = await run(command, args)
  if (code !== 0) stop(`── ${title}: failed after ${seconds(stepBegan)}`, code)
  console.log(`── ${title}: ${seconds(stepBegan)}`)
}

/** Playwright's own browser where it can be downloaded, else the system's package. */
function installBrowser() {
  if (findChromium()) return
  console.log('Installing a browser for the end-to-end tests …')
  attempt('npx', ['playwright', 'install', 'chromium'], 240)
  if (!findChromium()) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
    attempt(...head([...apt, 'update']), 120)
    attempt(...head([...apt, 'install', '-y', '--no-install-recommends', 'chromium']), 600)
  }
  if (!findChromium()) {
    stop('No browser found: install Chromium, or set CHROMIUM_PATH to one, and run npm test again.')
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} limit in seconds
 */
function attempt(command, args, limit) {
  spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: limit * 1000,
    shell: process.platform === 'win32',
  })
}

/**
 * @param {string[]} words
 * @returns {[string, string[]]}
 */
function head([command = '', ...args]) {
  return [command, args]
}

function countTests() {
  const vitest = ['unit', 'database', 'process'].map((project) => read(`${project}.json`))
  const { stats } = read('e2e.json')
  return {
    passed: sum(vitest.map((report) => report.numPassedTests)) + stats.expected,
    skipped:
      sum(vitest.map((report) => report.numPendingTests + report.numTodoTests)) + stats.skipped,
  }
}

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(join(root, results, file), 'utf8'))
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
