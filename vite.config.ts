import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** With VITE_API=mock the server runs in the browser, and the build is a folder of static files. */
const isMock = process.env.VITE_API === 'mock'
const server = `http://127.0.0.1:${process.env.PORT || 3000}`

/**
 * What every route needs goes into few files: many small ones compress badly and cost a round trip
 * each. A group takes along what its files import, so it names nothing that imports much.
 */
const groups = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|wouter|regexparam|use-sync-external-store|hono)\//,
  },
  {
    name: 'common',
    test: /preload-helper|src\/domain\/flow\/finish-target|lucide-react\/dist\/esm\/icons\/(check|chevron-left|chevron-right|clock|coins|file-text|inbox|list-checks)\.|node_modules\/(clsx|lucide-react\/dist\/esm\/(?!icons))|src\/web\/(app\/screen-access|ui\/(button|spinner|skeleton|card|empty-state|toast|menu-button)|shared\/(link|api|api-client|api-error|session|screen|query-view|error-panel|list-skeleton|use-document-title|theme|format-time))\.tsx?$/,
  },
  { name: 'controls', test: /src\/web\/ui\/(field|input|textarea|control-class)\.tsx?$/ },
  {
    name: 'icons',
    // Those of the Flow Builder that lists and dialogs have, too; none that a worker sees.
    test: /lucide-react\/dist\/esm\/icons\/(arrow-up|arrow-down|circle-check|copy|download|git-commit-vertical|house|keyboard|layout-template|pencil|receipt-text|search|trash|trash-2|undo-2)\./,
  },
  { name: 'shell', test: /src\/web\/app\/(app-shell|work-shell|user-menu|logo)\.tsx?$/ },
  {
    // Tables and what goes with them; a worker's phone has none, and need not know these files by name.
    name: 'desk',
    test: /src\/web\/(ui\/table|billing\/(notice|ledger-kinds)|shared\/(flag|local-days|use-url-state|save-file|use-media-query))\.tsx?$|lucide-react\/dist\/esm\/icons\/chevrons-up-down\./,
  },
  {
    // What the Flow Builder has of a worker's task, too.
    name: 'ways',
    test: /src\/domain\/(task\/(walk|fill-answers|count-pages-ahead)|otp\/(channel|mask-recipient)|shared\/money|components\/[^/]+\/([^/]+-answer|view-value))\.ts$|src\/web\/shared\/(use-now|channel-icons|country-name)\.tsx?$|lucide-react\/dist\/esm\/icons\/(shield-check|circle-check-big)\./,
  },
  {
    name: 'steps',
    test: /src\/web\/component-views\/(page-steps|check-answer|describe-answer|component-step-registry|to-answer-errors|input\/input-step|view\/view-step|otp\/otp-message)\.tsx?$|src\/web\/shared\/(task-frame|task-progress|answer-files|file-calls)\.tsx?$|src\/web\/task-run\/work-queries\.ts$/,
  },
  {
    // Small parts of the Flow Builder that its lazy parts have, too.
    name: 'editing',
    test: /src\/web\/builder\/.+-commands\.ts$|src\/web\/shared\/flow-view\/(canvas-projection|edge-id)\.ts$|src\/domain\/flow\/(compose-operations|apply-operation|describe-operation|describe-condition|condition-operators|setting-labels|page-extent)\.ts$/,
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
