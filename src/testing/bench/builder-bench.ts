import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '../../../.config/find-chromium.mjs'
import { spawnServer } from '../spawn-server.ts'
import { budgets } from './budgets.ts'
import { type BuilderRun, measureBuilder } from './measure-builder.ts'
import { measureScripts, type RouteScripts, signInContext } from './measure-scripts.ts'
import { printTable, type Row } from './print-table.ts'
import { sumBytes } from './script-weight.ts'
import { serveBareCanvas } from './serve-bare-canvas.ts'
import { median } from './statistics.ts'

const sizes = [50, 200] as const
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
  const measured = sizes.map((pageCount): Measured => ({ pageCount, runs: [] }))
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const { pageCount, runs } of measured) {
      runs.push(await measureBuilder(context, bare.origin, pageCount))
    }
  }
  await context.close()
  bare.close()
  return measured
}

const toRows = (measured: readonly Measured[], scripts: RouteScripts): Row[] => {
  const row = (title: string, pick: (run: BuilderRun) => number, more: Partial<Row> = {}): Row => ({
    title,
    values: measured.map(({ runs }) => median(runs.map(pick))),
    ...more,
  })
  const weight = (title: string, route: keyof RouteScripts): Row => ({
    title: `JS of the ${title}, kB gzip`,
    values: [sumBytes(scripts[route]) / 1_000],
    target: budgets.scripts[route] / 1_000,
    digits: 1,
  })
  const drag = { target: budgets.dragFrame, digits: 1 }
  return [
    row('opened, ms', (run) => run.opening),
    row('  bare React Flow', (run) => run.bareOpening),
    row('  ratio', (run) => run.opening / run.bareOpening, {
      target: budgets.openingRatio,
      digits: 2,
    }),
    row('page dragged, frame p95 ms', (run) => run.pageDrag, drag),
    row('  whole flow in sight', (run) => run.farPageDrag, { digits: 1 }),
    row('  bare React Flow', (run) => run.bareDrag, { digits: 1 }),
    row('component dragged, frame p95 ms', (run) => run.componentDrag, drag),
    row('title edited, key to frame p95 ms', (run) => run.typing, { digits: 1 }),
    row('  page nodes rendered per edit', (run) => run.renderedPages, {
      target: budgets.renderedPages,
    }),
    row('DOM elements', (run) => run.elements, { target: budgets.elements }),
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
  const executablePath = findChromium()
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  })
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
    printTable(['', '50 pages', '200 pages', 'target'], toRows(measured, scripts))
  } finally {
    await browser.close()
    await server.end()
    rmSync(directory, { recursive: true, force: true })
  }
}
