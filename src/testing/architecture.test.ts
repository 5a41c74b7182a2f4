import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The fences are kept by tools; this keeps the tools honest. A fence that reads nothing is green too.

const root = fileURLToPath(new URL('../..', import.meta.url))
const fine = 'export const fine = 1\n'
const lines = (count: number) => '  fine()\n'.repeat(count)

/** Each file breaks one rule, in a tree of its own; files without a rule are right as they are. */
const planted: { file: string; text: string; rule?: string }[] = [
  // dependency-cruiser: layers
  leak('domain/leak-a.ts', '#web/flows/page.ts', 'domain-depends-on-nothing'),
  leak('domain/leak-b.ts', 'hono', 'domain-depends-on-nothing'),
  leak('contract/leak-a.ts', '#server/otp/otp-service.ts', 'contract-depends-on-domain'),
  leak('server/otp/leak-web.ts', '#web/flows/page.ts', 'server-does-not-know-web'),
  leak('web/flows/leak-server.ts', '#server/otp/otp-service.ts', 'web-knows-server-in-one-file'),
  leak('web/shared/api-client.ts', '#server/otp/otp-service.ts', 'web-knows-server-as-a-type-only'),
  leak('web/flows/leak-node.ts', 'node:fs', 'no-node-in-web'),
  leak('server/browser/worker.ts', '../platform/disk.ts', 'browser-server-reaches-no-node'),
  { file: 'server/platform/disk.ts', text: "import 'node:sqlite'\n" },

  // dependency-cruiser: islands
  leak('web/flows/leak-island.ts', '#web/billing/page.ts', 'web-features-are-islands'),
  leak('web/brand-new/leak.ts', '#web/billing/page.ts', 'web-features-are-islands'),
  leak('web/brand-new/leak-app.ts', '#web/app/page.ts', 'web-features-are-islands'),
  leak('web/flows/leak-view.ts', '#web/component-views/otp/card.ts', 'web-features-are-islands'),
  leak(
    'web/builder/canvas/leak.ts',
    '#web/task-run/page.ts',
    'web-component-views-serve-builder-and-tasks',
  ),
  leak('web/shared/leak.ts', '#web/flows/page.ts', 'web-shared-knows-no-feature'),
  leak('web/ui/leak.ts', '#domain/flow/fine.ts', 'web-ui-knows-no-product'),
  leak('server/flows/leak-repo.ts', '#server/otp/otp-repo.ts', 'server-features-meet-in-services'),
  leak('server/platform/leak.ts', '#server/otp/otp-service.ts', 'server-platform-knows-no-feature'),
  leak('server/main.ts', './otp/otp-routes.ts', 'routes-are-mounted-by-the-app'),
  leak('domain/components/email/leak.ts', '../otp/code.ts', 'component-types-are-islands'),
  leak('web/component-views/email/leak.ts', '../otp/card.ts', 'component-types-are-islands'),

  // dependency-cruiser: borders and hygiene
  leak('server/otp/leak-sql-service.ts', 'drizzle-orm', 'sql-in-repos-only'),
  leak('server/otp/leak-postgres.ts', 'pg', 'sql-in-repos-only'),
  leak('server/otp/leak-http-service.ts', 'hono', 'http-stays-at-the-border'),
  leak('server/otp/senders/leak-sender.ts', 'hono/factory', 'http-stays-at-the-border'),
  leak('domain/flow/cycle-a.ts', './cycle-b.ts', 'no-cycles'),
  allowed('domain/flow/cycle-b.ts', './cycle-a.ts'),
  { file: 'domain/flow/orphan.ts', text: fine, rule: 'no-orphans' },
  leak('server/otp/leak-test.ts', '#testing/builder.ts', 'no-test-code-in-product'),
  leak('server/otp/leak-dev.ts', 'vitest', 'no-development-packages-in-product'),
  leak('server/otp/leak-nowhere.ts', '#domain/nowhere.ts', 'everything-resolves'),

  // Biome
  { file: 'domain/clock.ts', text: 'export const a = Date.now()\n', rule: 'noRestrictedGlobals' },
  { file: 'domain/ids.ts', text: 'export const a = crypto\n', rule: 'noRestrictedGlobals' },
  { file: 'domain/io.ts', text: "export const a = fetch('/')\n", rule: 'noRestrictedGlobals' },
  {
    file: 'web/dice.ts',
    text: 'export const a = Math.random()\n',
    rule: 'noJsRestrictedProperties',
  },
  { file: 'web/PascalCase.ts', text: fine, rule: 'useFilenamingConvention' },
  { file: 'web/barrel.ts', text: "export { fine } from './fine.ts'\n", rule: 'noBarrelFile' },
  { file: 'web/any.ts', text: 'export const a: any = 1\n', rule: 'noExplicitAny' },
  {
    file: 'web/bang.ts',
    text: 'export const a = (b?: { c: 1 }) => b!.c\n',
    rule: 'noNonNullAssertion',
  },
  {
    file: 'web/floating.ts',
    text: 'async function a() {}\nexport function b() {\n  a()\n}\n',
    rule: 'noFloatingPromises',
  },
  {
    file: 'web/extension.ts',
    text: "import { fine } from './fine'\nfine\n",
    rule: 'useImportExtensions',
  },
  { file: 'web/long.ts', text: lines(301), rule: 'noExcessiveLinesPerFile' },
  {
    file: 'web/long-function.ts',
    text: `export function a() {\n${lines(61)}}\n`,
    rule: 'noExcessiveLinesPerFunction',
  },
  {
    file: 'web/long-component.tsx',
    text: `export function A() {\n${lines(151)}}\n`,
    rule: 'noExcessiveLinesPerFunction',
  },

  // Allowed, though only just
  allowed('domain/flow/schema.ts', 'zod'),
  allowed('contract/flow-contract.ts', '#domain/flow/fine.ts'),
  allowed('server/app.ts', './otp/otp-routes.ts'),
  allowed('server/flows/flow-service.ts', '#server/otp/otp-service.ts'),
  allowed('server/flows/flow-repo.ts', 'drizzle-orm'),
  allowed('server/platform/db/client.ts', 'pg'),
  allowed('web/app/router.ts', '#web/flows/page.ts'),
  allowed('web/builder/canvas/page-node.ts', '#web/component-views/otp/card.ts'),
  allowed('web/flows/flow.test.ts', '#web/billing/page.ts'),

  // What the leaks reach for
  ...[
    'web/fine.ts',
    'web/app/page.ts',
    'web/flows/page.ts',
    'web/billing/page.ts',
    'web/task-run/page.ts',
    'web/component-views/otp/card.ts',
    'domain/flow/fine.ts',
    'domain/components/otp/code.ts',
    'server/otp/otp-service.ts',
    'server/otp/otp-repo.ts',
    'server/otp/otp-routes.ts',
    'testing/builder.ts',
  ].map((file) => ({ file, text: fine })),
]

function allowed(file: string, target: string) {
  return { file, text: `import '${target}'\n` }
}

function leak(file: string, target: string, rule: string) {
  return { ...allowed(file, target), rule }
}

describe('the fences around the product', () => {
  it('dependency-cruiser reads every module and follows every import', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) =>
      file.replaceAll('\\', '/'),
    )
    const { modules } = cruise(root)
    const read = modules.map(({ source }) => source)
    expect(files.filter((file) => !read.includes(file))).toEqual([])
    expect(files.length).toBeGreaterThan(20)

    const subpathImports = modules
      .flatMap(({ dependencies }) => dependencies)
      .filter(({ module }) => module.startsWith('#'))
    expect(subpathImports.length).toBeGreaterThan(10)
    expect(subpathImports.filter(({ resolved }) => !resolved.startsWith('src/'))).toEqual([])
  }, 60_000)
})

describe('a planted leak is reported', () => {
  let tree = ''
  let reported: string[] = []

  beforeAll(() => {
    // Outside the repository: under an ignored folder Biome follows no types, and so misses promises.
    tree = realpathSync(mkdtempSync(join(tmpdir(), 'fences-')))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
    for (const file of ['package.json', '.biome.json', '.gitignore']) {
      cpSync(join(root, file), join(tree, file))
    }
    for (const { file, text } of planted) write(join(tree, 'src', file), text)
    reported = [
      ...cruise(tree).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`),
      ...lint(tree).map(({ category, path }) => `${category.split('/').at(-1)}: ${path}`),
    ]
  }, 60_000)

  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  const leaks = planted.filter(({ rule }) => rule !== undefined)
  it.each(leaks)('$rule: $file', ({ file, rule }) => {
    expect(reported).toContain(`${rule}: src/${file}`)
  })

  it('and nothing else is', () => {
    const rightFiles = planted.filter(({ rule }) => rule === undefined).map(({ file }) => file)
    const reports = reported.filter((report) => rightFiles.includes(report.split('src/')[1] ?? ''))
    expect(reports).toEqual([])
  })
})

interface Cruise {
  modules: { source: string; dependencies: { module: string; resolved: string }[] }[]
  summary: { violations: { from: string; rule: { name: string } }[] }
}

function cruise(cwd: string): Cruise {
  const config = join(root, '.config/dependency-cruiser.mjs')
  return runTool('dependency-cruiser/bin/dependency-cruiser.mjs', cwd, [
    ...['--config', config, '--output-type', 'json', 'src'],
  ])
}

function lint(cwd: string): { category: string; path: string }[] {
  const { diagnostics } = runTool('@biomejs/biome/bin/biome', cwd, [
    ...['lint', '--reporter=json', '--max-diagnostics=none', 'src'],
  ])
  return diagnostics.map(
    ({ category, location }: { category: string; location: { path: string } }) => ({
      category,
      path: location.path,
    }),
  )
}

/** Runs a package's command; what it prints is JSON, whether or not it found something. */
function runTool(command: string, cwd: string, args: string[]) {
  const path = join(root, 'node_modules', command)
  const { stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (stdout === '') throw new Error(`${command} said nothing: ${stderr}`)
  return JSON.parse(stdout)
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
