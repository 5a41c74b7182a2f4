import { envFileArguments, findNode, installPackages, run } from './bootstrap.mjs'
import { buildWebIfStale } from './build-web.mjs'

// `npm start`: from an empty checkout to a running product, and at once when nothing has changed.

installPackages()
await buildWebIfStale()
process.exitCode = await run(findNode(), [...envFileArguments(), 'src/server/main.ts'])
