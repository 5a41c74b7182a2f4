import { buildWebIfStale } from '../../../.config/build-web.mjs'

// `npm run bench`, or one of them: `npm run bench -- builder`, `npm run bench -- otp`.

const benches: Record<string, () => Promise<unknown>> = {
  builder: async () => {
    await buildWebIfStale()
    const { benchBuilder } = await import('./builder-bench.ts')
    await benchBuilder()
  },
  billing: async () => {
    await buildWebIfStale()
    const { benchBilling } = await import('./billing-bench.ts')
    await benchBilling()
  },
  otp: async () => {
    const { benchOtp } = await import('./otp-bench.ts')
    await benchOtp()
  },
  webhook: () => import('./webhook-bench.ts'),
  together: async () => {
    const { benchTogether } = await import('./together-bench.ts')
    await benchTogether()
  },
}

const [wanted] = process.argv.slice(2)
const chosen = wanted === undefined ? Object.keys(benches) : [wanted]
for (const name of chosen) {
  const bench = benches[name]
  if (bench === undefined) {
    throw new Error(`no such bench: ${name}; there are ${Object.keys(benches).join(', ')}`)
  }
  await bench()
}
