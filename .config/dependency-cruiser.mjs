import { builtinModules } from 'node:module'

const tests = String.raw`(\.test\.tsx?$|^src/testing/)`
/** An npm package, also behind a scope or in a folder of its own. */
const packages = (/** @type {string[]} */ ...names) => `(^|/)node_modules/(${names.join('|')})/`
const coreModules = `^(node:.+|${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const layers = [
  {
    name: 'domain-depends-on-nothing',
    comment: 'The domain is true whatever the screen or database.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: tests },
    to: { pathNot: ['^src/domain/', packages('zod', 'libphonenumber-js')] },
  },
  {
    name: 'contract-depends-on-domain',
    severity: 'error',
    from: { path: '^src/contract/', pathNot: tests },
    to: { pathNot: ['^src/(contract|domain)/', packages('zod', '@hono/zod-openapi')] },
  },
  {
    name: 'server-does-not-know-web',
    severity: 'error',
    from: { path: '^src/server/', pathNot: tests },
    to: { path: '^src/web/' },
  },
  {
    name: 'web-knows-server-as-a-type-only',
    comment: 'Web and server meet in the contract.',
    severity: 'error',
    from: { path: '^src/web/', pathNot: tests },
    to: { path: '^src/server/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-knows-server-in-one-file',
    comment: 'The type App, in the API client.',
    severity: 'error',
    from: { path: '^src/web/', pathNot: [tests, String.raw`^src/web/shared/api-client\.ts$`] },
    to: { path: '^src/server/' },
  },
  {
    name: 'no-node-in-web',
    severity: 'error',
    from: { path: '^src/web/', pathNot: tests },
    to: { path: coreModules },
  },
  {
    name: 'browser-server-reaches-no-node',
    comment: 'The same server runs in a Web Worker; Node lives behind main.ts.',
    severity: 'error',
    from: { path: String.raw`^src/server/browser/worker\.ts$` },
    to: { path: coreModules, reachable: true },
  },
]

/** Features are the folders found, so a new one is guarded from its first day. */
/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const islands = [
  {
    name: 'web-features-are-islands',
    comment:
      'Features meet in web/app; what two need goes to web/shared (or web/ui, without product words).',
    severity: 'error',
    from: {
      path: '^src/web/([^/]+)/',
      pathNot: [tests, '^src/web/(app|builder|tasks|task-run|ui|shared)/'],
    },
    to: { path: '^src/web/', pathNot: '^src/web/($1|ui|shared)/' },
  },
  {
    name: 'web-component-views-serve-builder-and-tasks',
    severity: 'error',
    from: { path: '^src/web/(builder|tasks|task-run)/', pathNot: tests },
    to: { path: '^src/web/', pathNot: '^src/web/($1|ui|shared|component-views)/' },
  },
  {
    name: 'web-shared-knows-no-feature',
    severity: 'error',
    from: { path: '^src/web/shared/', pathNot: tests },
    to: { path: '^src/web/', pathNot: '^src/web/(ui|shared)/' },
  },
  {
    name: 'web-ui-knows-no-product',
    severity: 'error',
    from: { path: '^src/web/ui/', pathNot: tests },
    to: { path: '^src/', pathNot: '^src/web/ui/' },
  },
  {
    name: 'server-features-meet-in-services',
    comment:
      'Another feature is reached through its *-service.ts; what two need goes to server/platform.',
    severity: 'error',
    from: { path: '^src/server/([^/]+)/', pathNot: [tests, '^src/server/(platform|browser)/'] },
    to: {
      path: '^src/server/[^/]+/',
      pathNot: ['^src/server/($1|platform)/', String.raw`-service\.ts$`],
    },
  },
  {
    name: 'server-platform-knows-no-feature',
    severity: 'error',
    from: { path: '^src/server/platform/', pathNot: tests },
    to: { path: '^src/server/', pathNot: '^src/server/platform/' },
  },
  {
    name: 'routes-are-mounted-by-the-app',
    severity: 'error',
    from: { path: '^src/server/', pathNot: [tests, String.raw`^src/server/app\.ts$`] },
    to: { path: String.raw`^src/server/.+-routes\.ts$` },
  },
  {
    name: 'component-types-are-islands',
    comment: 'A Component Type is one folder and one line in the registry.',
    severity: 'error',
    from: { path: '^src/(domain/components|web/component-views)/([^/]+)/', pathNot: tests },
    to: { path: '^src/$1/[^/]+/', pathNot: '^src/$1/($2|shared)/' },
  },
]

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const borders = [
  {
    name: 'sql-in-repos-only',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: [tests, String.raw`^src/server/.+-repo\.ts$`, '^src/server/platform/db/'],
    },
    to: { path: packages('drizzle-orm', 'pg', '@electric-sql/pglite') },
  },
  {
    name: 'http-stays-at-the-border',
    comment: 'Services, repos and senders neither read requests nor write responses.',
    severity: 'error',
    from: { path: String.raw`^src/server/.+-(service|repo|sender)\.ts$` },
    to: { path: packages('hono', '@hono/[^/]+') },
  },
]

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const hygiene = [
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    from: { orphan: true, pathNot: [tests, String.raw`\.d\.ts$`] },
    to: {},
  },
  {
    name: 'no-test-code-in-product',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'no-development-packages-in-product',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...layers, ...islands, ...borders, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a layer that only names another one's types depends on it all the same.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
