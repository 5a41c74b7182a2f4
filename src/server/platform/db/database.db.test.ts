import { spawnSync } from 'node:child_process'
import { cpSync, fdatasyncSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/test-database.ts'
import { createPostgresDatabase } from '#testing/test-postgres.ts'
import { isMigrated } from './apply-migrations.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'
import { readMigrations } from './read-migrations.ts'
import { users } from './tables/auth-tables.ts'

const aUser = (id: string) => ({ id, name: id, email: `${id}@sandi.test` })

describe.each([
  ['PGlite', createTestDatabase],
  ['PostgreSQL', createPostgresDatabase],
])('%s', (_name, create: () => Promise<TestDatabase>) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await create()
  })
  afterAll(async () => {
    if (create === createTestDatabase) await database.close()
  })

  it('is migrated', async () => {
    expect(await isMigrated(database.db, readMigrations())).toBe(true)
  })

  it('throws at once when it is used inside its own transaction', async () => {
    const inside = database.db.transaction(async () => {
      await database.db.select().from(users)
    })
    await expect(inside).rejects.toThrow('inside its own transaction')
    const nested = database.db.transaction(async () => {
      await database.db.transaction(async () => undefined)
    })
    await expect(nested).rejects.toThrow('inside its own transaction')
    const raw = database.db.transaction(async () => {
      await database.db.execute(sql`select 1`)
    })
    await expect(raw).rejects.toThrow('inside its own transaction')
  })

  it('takes queries on the tx, and again on itself when the transaction is over', async () => {
    let later: Promise<unknown> = Promise.resolve()
    await database.db.transaction(async (tx) => {
      await tx.insert(users).values(aUser('inside'))
      later = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
        database.db.insert(users).values(aUser('later')),
      )
    })
    await later
    expect(await database.db.$count(users)).toBe(2)
  })

  it('forgets what a failed transaction did', async () => {
    const failing = database.db.transaction(async (tx) => {
      await tx.insert(users).values(aUser('lost'))
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await database.db.select().from(users).where(eq(users.id, 'lost'))).toEqual([])
  })
})

describe('PostgreSQL', () => {
  it('can be opened, and so migrated, by several processes at once', async () => {
    const { db, url } = await createPostgresDatabase()
    await db.execute(sql`drop schema drizzle cascade`)
    await db.execute(sql`drop schema public cascade`)
    await db.execute(sql`create schema public`)
    const opened = await Promise.all([openPostgres(url), openPostgres(url), openPostgres(url)])
    expect(await db.$count(users)).toBe(0)
    await Promise.all(opened.map(({ close }) => close()))
  })
})

describe('the migrations', () => {
  it('make exactly the tables that the code has', () => {
    const root = fileURLToPath(new URL('../../../..', import.meta.url))
    // drizzle-kit takes only paths below the folder that it runs in.
    const copy = mkdtempSync(join(root, '.cache/migrations-'))
    cpSync(join(root, 'src/server/platform/db/migrations'), copy, { recursive: true })
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/drizzle-kit/bin.cjs'),
        ...['generate', '--dialect', 'postgresql', '--out', relative(root, copy)],
        ...['--schema', './src/server/platform/db/tables/*-tables.ts'],
      ],
      { cwd: root, encoding: 'utf8' },
    )
    rmSync(copy, { recursive: true, force: true })
    expect(stdout).toContain('No schema changes')
  })
})

describe('the embedded database on disk', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sandi-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it('syncs every commit to the disk, and reopens with all of them', async () => {
    let syncs = 0
    const first = await openEmbedded(directory, (file) => {
      syncs += 1
      fdatasyncSync(file)
    })
    syncs = 0
    for (let number = 0; number < 30; number += 1) {
      await first.db.insert(users).values(aUser(`user-${number}`))
    }
    expect(syncs).toBeGreaterThanOrEqual(30)
    await first.close()
    const second = await openEmbedded(directory)
    expect(await second.db.$count(users)).toBe(30)
    await second.close()
  })

  it('refuses a second opening of the same directory', async () => {
    const first = await openEmbedded(directory)
    await expect(openEmbedded(directory)).rejects.toThrow('is in use by another Sandi process')
    await first.close()
  })
})
