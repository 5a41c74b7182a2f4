import { afterAll } from 'vitest'
import type { OpenDatabase } from '#server/platform/db/database.ts'
import { openPostgres } from '#server/platform/db/open-postgres.ts'
import { type PostgresCluster, startPostgres } from './start-postgres.ts'

let cluster: Promise<PostgresCluster> | undefined
const open: { close(): Promise<void> }[] = []

afterAll(async () => {
  if (cluster === undefined) return
  await Promise.all(open.map((database) => database.close()))
  await (await cluster).stop()
})

/** A fresh, migrated database on a real PostgreSQL 18, which the test file starts on its first call. */
export const createPostgresDatabase = async (): Promise<OpenDatabase & { url: string }> => {
  cluster ??= startPostgres(['fsync=off'])
  const url = await (await cluster).createDatabase()
  const database = { ...(await openPostgres(url)), url }
  open.push(database)
  return database
}
