import { envFileArguments, run } from './bootstrap.mjs'

// `npm run dev`: the server restarts, the browser updates; either one's end ends both.

const server = run('node', ['--watch', ...envFileArguments(), 'src/server/main.ts'])
const web = run('node', [...envFileArguments(), 'node_modules/vite/bin/vite.js'])
process.exitCode = await Promise.race([server, web])
process.kill(process.pid, 'SIGTERM')
