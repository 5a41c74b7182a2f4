import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** With VITE_API=mock the server runs in the browser, and the build is a folder of static files. */
const isMock = process.env.VITE_API === 'mock'
const server = `http://127.0.0.1:${process.env.PORT || 3000}`

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Relative, so that the static mock can be opened under any path.
  base: isMock ? './' : '/',
  build: {
    outDir: isMock ? '.cache/mock-dist' : 'dist',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The server-side WebAssembly of the mock is loaded on demand, behind a progress bar.
    chunkSizeWarningLimit: isMock ? 10_000 : 600,
  },
  worker: { format: 'es' },
  // Pre-bundling would part PGlite from the .wasm and .data files that lie beside it.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  server: { port: 5173, proxy: { '/api': server } },
})
