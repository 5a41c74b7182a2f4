import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** With VITE_API=mock the server runs in the browser, and the build is a folder of static files. */
const isMock = process.env.VITE_API === 'mock'
const server = `http://127.0.0.1:${process.env.PORT || 3000}`

/** Matches the files that any of these describes. */
const anyOf = (...files: RegExp[]) => new RegExp(files.map(({ source }) => source).join('|'))

/** Some of the icons. */
const icons = (...names: string[]) =>
  new RegExp(`lucide-react/dist/esm/icons/(${names.join('|')})\\.`)

/**
 * What many routes need goes into few files: many small ones compress badly and cost a round trip
 * each. A group takes along what its files import, so it names nothing that imports much.
 */
const groups = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|wouter|regexparam|use-sync-external-store|hono)\//,
  },
  {
    name: 'common',
    test: anyOf(
      /preload-helper|src\/domain\/flow\/finish-target/,
      icons(
        'check',
        'chevron-left',
        'chevron-right',
        'clock',
        'coins',
        'file-text',
        'inbox',
        'list-checks',
      ),
      /node_modules\/(clsx|lucide-react\/dist\/esm\/(?!icons))/,
      /src\/web\/app\/screen-access\.ts/,
      /src\/web\/ui\/(button|spinner|skeleton|card|empty-state|toast|menu-button)\.tsx?$/,
      /src\/web\/shared\/(link|api|api-client|api-error|session|screen|query-view|error-panel|list-skeleton|use-document-title|theme|format-time)\.tsx?$/,
    ),
  },
  {
    name: 'controls',
    test: /src\/web\/ui\/(field|input|textarea|control-class|icon-button)\.tsx?$/,
  },
  {
    // What a worker seldom meets.
    name: 'parts',
    test: /src\/web\/(ui\/(select|switch|badge)|shared\/format-credits)\.tsx?$/,
  },
  {
    // What dialogs, menus and tabs have in common.
    name: 'radix',
    test: anyOf(
      /node_modules\/@radix-ui\/(primitive|react-(collection|direction|use-is-hydrated|roving-focus|tabs|compose-refs|slot|primitive|context|use-layout-effect|use-effect-event|use-controllable-state|presence|id|use-callback-ref))\//,
      /src\/web\/ui\/tabs\.tsx$/,
    ),
  },
  {
    name: 'icons',
    // Those of the Flow Builder that lists, dialogs or some steps have, too; none that every worker sees.
    test: icons(
      'arrow-down',
      'arrow-left',
      'arrow-up',
      'camera',
      'chevron-down',
      'circle-check',
      'circle-exclamation-point',
      'copy',
      'download',
      'ellipsis',
      'file-up',
      'flag',
      'git-commit-vertical',
      'house',
      'keyboard',
      'layout-template',
      'mic',
      'minus',
      'pencil',
      'play',
      'plus',
      'receipt-text',
      'search',
      'trash',
      'trash-2',
      'undo-2',
      'x',
    ),
  },
  { name: 'shell', test: /src\/web\/app\/(app-shell|work-shell|user-menu|logo)\.tsx?$/ },
  {
    // Tables and what goes with them; a worker's phone has none, and need not know these files by name.
    name: 'desk',
    test: anyOf(
      /src\/web\/(ui\/table|billing\/(notice|ledger-kinds))\.tsx?$/,
      /src\/web\/shared\/(flag|local-days|use-url-state|save-file|use-media-query)\.tsx?$/,
      icons('chevrons-up-down'),
    ),
  },
  {
    // What the Flow Builder has of a worker's task, too.
    name: 'ways',
    test: anyOf(
      /src\/domain\/(task\/(walk|fill-answers|count-pages-ahead)|otp\/(channel|mask-recipient)|shared\/money)\.ts$/,
      /src\/domain\/components\/[^/]+\/([^/]+-answer|view-value)\.ts$/,
      /src\/web\/shared\/(use-now|channel-icons|country-name)\.tsx?$/,
      icons('shield-check', 'circle-check-big'),
    ),
  },
  {
    name: 'steps',
    test: anyOf(
      /src\/web\/component-views\/(page-steps|check-answer|describe-answer|component-step-registry|to-answer-errors|input\/input-step|view\/view-step|otp\/otp-message)\.tsx?$/,
      /src\/web\/(shared\/(task-frame|task-progress|answer-files|file-calls)|task-run\/work-queries)\.tsx?$/,
    ),
  },
  // Settings and the trash have schemas, but nothing of the Flow Builder.
  {
    name: 'schemas',
    test: anyOf(
      /node_modules\/zod\//,
      /src\/domain\/(shared\/country|(shared|otp)\/[^/]+-schema)\.ts$/,
    ),
  },
  // The canvas and the charts.
  { name: 'd3', test: /node_modules\/d3-(color|interpolate)\// },
  {
    // What the Flow Builder shares with its lazy parts alone.
    name: 'editing',
    test: anyOf(
      /src\/web\/builder\/(.+-commands|builder-context|actions\/(is-typing|restore-row-focus|shortcuts)|canvas\/canvas-marks)\.tsx?$/,
      /src\/web\/component-views\/(component-view-registry|shared\/(pair|setting-controls|length-settings)|list\/list-kind-labels)\.tsx?$/,
      /src\/web\/shared\/flow-view\/(canvas-dots|canvas-projection|edge-id|edge-path)\.tsx?$/,
      /src\/domain\/flow\/(compose-operations|apply-operation|describe-operation|describe-condition|condition-operators|setting-labels|page-extent)\.ts$/,
      /node_modules\/zustand\//,
      icons('arrow-right', 'clipboard-list', 'smartphone'),
    ),
  },
]

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Relative, so that the static mock can be opened under any path.
  base: isMock ? './' : '/',
  build: {
    outDir: isMock ? 'dist-mock' : 'dist',
    emptyOutDir: true,
    // For the server, which tells browsers early what an address will need.
    manifest: !isMock,
    target: 'baseline-widely-available',
    // Every such browser preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
    // The server-side WebAssembly of the mock is loaded on demand, behind a progress bar.
    chunkSizeWarningLimit: isMock ? 10_000 : 600,
  },
  worker: { format: 'es' },
  // Pre-bundling would part PGlite from the .wasm and .data files that lie beside it.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  server: {
    port: 5173,
    // The server only takes changes from its own pages: in development it is asked as one of them.
    proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } },
  },
})
