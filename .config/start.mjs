import { envFileArguments, findNode, installPackages, run } from './bootstrap.mjs'
import { buildWebIfStale } from './build-web.mjs'

// `npm start`: from an empty checkout to a running product, and at once when nothing has changed.

installPackages()
await buildWebIfStale()
// Compiled modules are kept: a second start is twice as fast.
process.exitCode = await run(findNode(), [...envFileArguments(), 'src/server/main.ts'], {
  NODE_COMPILE_CACHE: '.cache/node',
})
