import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))
const compileCache = fileURLToPath(new URL('../../.cache/node', import.meta.url))

/** A real server process. */
export interface ServerProcess {
  child: ChildProcess
  /** What it has written so far. */
  output: { stdout: string; stderr: string }
  /** Where it answers, once it says so. Throws with what it wrote when it ends before. */
  ready(): Promise<string>
  /** Sends a signal and waits for the end: its exit code, null when the signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
  /** Waits until it ends by itself: its exit code. */
  ended: Promise<number | null>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts the server as `npm start` does, on any free port unless told otherwise. */
export const spawnServer = (env: Record<string, string>): ServerProcess => {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compileCache,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  const ended = once(child, 'close').then(([code]): number | null => {
    running.delete(child)
    return code
  })
  return {
    child,
    output,
    ended,
    async ready() {
      const line = new Promise<string>((resolve) => {
        child.stdout.on('data', () => {
          const address = /ready at (\S+)/.exec(output.stdout)?.[1]
          if (address !== undefined) resolve(address)
        })
      })
      const early = ended.then(() => {
        throw new Error(`the server ended before it was ready: ${output.stderr}`)
      })
      return Promise.race([line, early])
    },
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Signs in over HTTP as a demo account: the cookie to send along. */
export const signIn = async (address: string, email: string): Promise<string> => {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'sandi-demo' }),
  })
  if (!response.ok) throw new Error(`signing in: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
