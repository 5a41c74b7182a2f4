import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { spawnServer } from '../spawn-server.ts'
import { benchSizes, budgets, frameRatioStep } from './budgets.ts'
import { launchBrowser } from './launch-browser.ts'
import { type BuilderRun, measureBuilder } from './measure-builder.ts'
import { measureProblems } from './measure-problems.ts'
import { measureScripts, type RouteScripts, signInContext } from './measure-scripts.ts'
import { printTable, type Row } from './print-table.ts'
import { sumBytes } from './script-weight.ts'
import { serveBareCanvas } from './serve-bare-canvas.ts'
import { median } from './statistics.ts'

const repetitions = 3
const results = fileURLToPath(new URL('../../../.cache/bench', import.meta.url))

/** All runs of one size. */
interface Measured {
  pageCount: number
  runs: BuilderRun[]
}

/** The sizes take turns, so that a busy minute of the machine is not all on one of them. */
const measureSizes = async (browser: Browser, origin: string): Promise<Measured[]> => {
  const bare = await serveBareCanvas()
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL: origin, viewport })
  await signInContext(context, 'admin')
  const measured = benchSizes.map((pageCount): Measured => ({ pageCount, runs: [] }))
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const { pageCount, runs } of measured) {
      runs.push(await measureBuilder(context, bare.origin, pageCount))
    }
  }
  await context.close()
  bare.close()
  return measured
}

/** What is measured by frames: the times that are one number. */
type Frames = Exclude<keyof BuilderRun, 'typing' | 'undo'>

const toRows = (measured: readonly Measured[], scripts: RouteScripts): Row[] => {
  const row = (title: string, pick: (run: BuilderRun) => number, more: Partial<Row> = {}): Row => ({
    title,
    values: measured.map(({ runs }) => median(runs.map(pick))),
    ...more,
  })
  const ratio = (title: string, ours: Frames, bare: Frames) =>
    row(title, (run) => run[ours] / run[bare], {
      targets: budgets.frameRatio,
      tolerance: frameRatioStep,
      digits: 2,
    })
  const frames = (title: string, pick: Frames, more: Partial<Row> = {}) =>
    row(title, (run) => run[pick], { digits: 1, ...more })
  const keys = (title: string, pick: 'typing' | 'undo') => [
    row(`${title}, key to paint ms, median`, (run) => run[pick].median, {
      targets: budgets.paint,
      digits: 1,
    }),
    row('  p95', (run) => run[pick].p95, { targets: budgets.paint, digits: 1 }),
  ]
  const weight = (title: string, route: keyof RouteScripts): Row => ({
    title: `JS of the ${title}, kB gzip`,
    values: [sumBytes(scripts[route]) / 1_000],
    targets: [budgets.scripts[route] / 1_000],
    digits: 1,
  })
  const problems = benchSizes.map(measureProblems)
  return [
    row('opened, ms', (run) => run.opening),
    row('  bare React Flow', (run) => run.bareOpening),
    row('  ratio', (run) => run.opening / run.bareOpening, {
      targets: budgets.openingRatio,
      digits: 2,
    }),
    frames('page dragged, frame p95 ms', 'drag'),
    frames('  bare React Flow', 'bareDrag'),
    ratio('  ratio', 'drag', 'bareDrag'),
    frames('panned, frame p95 ms', 'pan'),
    frames('  bare React Flow', 'barePan'),
    ratio('  ratio', 'pan', 'barePan'),
    frames('zoomed, frame p95 ms', 'zoom'),
    frames('  bare React Flow', 'bareZoom'),
    ratio('  ratio', 'zoom', 'bareZoom'),
    frames('component dragged, frame p95 ms', 'componentDrag', { targets: budgets.dragFrame }),
    ...keys('title edited', 'typing'),
    ...keys('undone', 'undo'),
    row('page nodes rendered per edit', (run) => run.renderedPages, {
      targets: budgets.renderedPages,
    }),
    row('DOM elements', (run) => run.elements, { targets: budgets.elements }),
    {
      title: 'problems found, ms',
      values: problems.map(({ full }) => full),
      targets: budgets.problems,
      digits: 1,
    },
    {
      title: '  after one edit',
      values: problems.map(({ afterEdit }) => afterEdit),
      targets: budgets.problemsAfterEdit,
      digits: 2,
    },
    weight('first route', 'firstRoute'),
    weight('builder in all', 'builder'),
    weight('work route', 'work'),
  ]
}

/**
 * Measures the built Flow Builder in Chromium on the real server: prints a table and writes
 * everything that was measured to .cache/bench/builder.json.
 */
export const benchBuilder = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'sandi-bench-'))
  const server = spawnServer({ DATA_DIR: directory, DEMO: 'true' })
  const browser = await launchBrowser()
  try {
    const origin = await server.ready()
    const loadBefore = loadavg()
    const measured = await measureSizes(browser, origin)
    const scripts = await measureScripts(browser, origin)
    const load = { before: loadBefore, after: loadavg() }
    mkdirSync(results, { recursive: true })
    writeFileSync(
      join(results, 'builder.json'),
      JSON.stringify({ load, measured, scripts }, null, 2),
    )
    const [before, after] = [load.before, load.after].map(([minute = 0]) => minute.toFixed(1))
    console.log(`Flow Builder, medians of ${repetitions} (load ${before} before, ${after} after)`)
    const heading = benchSizes.map((size) => `${size} pages`)
    printTable(['', ...heading, 'target'], toRows(measured, scripts))
  } finally {
    await browser.close()
    await server.end()
    rmSync(directory, { recursive: true, force: true })
  }
}
