import { defineConfig } from 'vitest/config'

const databaseTests = 'src/**/*.db.test.ts'
const processTests = 'src/**/*.process.test.ts'
const contractTests = 'src/**/*.contract.test.ts'

/** The end of a test file's name says what it needs, and so when it runs. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [databaseTests, processTests, contractTests],
        },
      },
      {
        // Each file starts a database (PGlite, or PostgreSQL in a child process).
        extends: true,
        test: {
          name: 'database',
          include: [databaseTests],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // Our requests against the providers' documents; by `npm run test:contract` alone.
        extends: true,
        test: {
          name: 'contract',
          include: [contractTests],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Real server processes, started and killed: one file at a time.
        extends: true,
        test: {
          name: 'process',
          include: [processTests],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
