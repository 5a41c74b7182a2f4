import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from '../.config/find-chromium.mjs'

const root = new URL('..', import.meta.url).pathname
/** Two ports from here on, so that two checkouts can be tested beside each other. */
const port = Number(process.env.E2E_PORT || 4173)
const appUrl = `http://127.0.0.1:${port}`
const mockUrl = `http://127.0.0.1:${port + 1}`
const executablePath = findChromium()

/** They count the credit of the one organisation that there is: one at a time. */
const spending = ['otp-flow', 'top-up', 'billing', 'billing-settings', 'preview'].map(
  (name) => `**/${name}.spec.ts`,
)

const appServer = {
  name: 'app',
  // Every run begins with an empty database.
  command:
    'node -e "fs.rmSync(\'.cache/e2e-data\', { recursive: true, force: true })" && node src/server/main.ts',
  url: appUrl,
  // NODE_ENV empty is unset: the demo is on.
  env: {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: '.cache/e2e-data',
    DATABASE_URL: '',
    NODE_ENV: '',
    DEMO: '',
    LOG_LEVEL: 'warn',
    NODE_COMPILE_CACHE: '.cache/node',
  },
}

const mockServer = {
  name: 'mock',
  command: `vite preview --host 127.0.0.1 --port ${port + 1} --strictPort`,
  url: mockUrl,
  env: { VITE_API: 'mock' },
}

/** Needs `npm run build`; the project "mock" also `npm run build:mock`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/e2e-results',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../.cache/test-results/e2e.json' }]],
  // Long: a busy machine without a graphics card draws a screen in seconds.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'app', testIgnore: ['mock/**', ...spending], use: { baseURL: appUrl } },
    {
      name: 'spending',
      testMatch: spending,
      testIgnore: 'mock/**',
      workers: 1,
      use: { baseURL: appUrl },
    },
    {
      name: 'mock',
      testMatch: 'mock/**/*.spec.ts',
      use: { baseURL: mockUrl },
      // After every reload the database starts anew, in the browser.
      expect: { timeout: 60_000 },
    },
  ],
  // Vite refuses to serve a folder that is not there, and that would stop the app's tests too.
  webServer: [appServer, ...(existsSync(`${root}dist-mock`) ? [mockServer] : [])].map((server) => ({
    ...server,
    cwd: root,
    timeout: 60_000,
    reuseExistingServer: false,
  })),
})
