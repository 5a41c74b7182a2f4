import { run } from './bootstrap.mjs'

// `npm run test:faults`: 200 sends × 20 rounds on a bad day; npm test has a short version of it.

process.exitCode = await run(
  'vitest',
  ['run', '--config', '.config/vitest.config.ts', '--project', 'process', 'src/testing/faults'],
  { FAULT_ROUNDS: '20', FAULT_SENDS: '200' },
)
