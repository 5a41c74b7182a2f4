import { PGlite } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { tidyTables } from './tidy-tables.ts'

const countKnownRows = async (pglite: PGlite, table: string) => {
  const { rows } = await pglite.query<{ rows: number }>(
    'select reltuples::int as rows from pg_class where relname = $1',
    [table],
  )
  return rows[0]?.rows
}

it('tables that have grown are analysed, others are left alone', async () => {
  await using pglite = await PGlite.create()
  await pglite.exec('create table large (id int); create table small (id int)')
  await pglite.exec('insert into large select generate_series(1, 1000)')
  await pglite.exec('insert into small select generate_series(1, 10)')
  // PostgreSQL notes what was changed about once a second.
  await expect
    .poll(
      async () => {
        await tidyTables(pglite)
        return countKnownRows(pglite, 'large')
      },
      { timeout: 10_000 },
    )
    .toBe(1000)
  expect(await countKnownRows(pglite, 'small')).toBe(-1)
})
