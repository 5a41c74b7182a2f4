import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareStatements } from './prepare-statements.ts'

let plain: PGlite
let prepared: PGlite
beforeAll(async () => {
  plain = await PGlite.create()
  await plain.exec(`create table things (
    id int primary key, name text, at timestamptz, data jsonb, big bigint, flags boolean[]
  )`)
  prepared = prepareStatements(plain)
})
afterAll(() => plain.close())

describe('prepared statements', () => {
  it('answer the same as those that are not, time after time, in both row modes', async () => {
    const values = [new Date(0), { a: [1, "it's"] }, 12n, [true, false]]
    for (let id = 1; id <= 8; id += 1) {
      await prepared.query('insert into things values ($1, $2, $3, $4, $5, $6)', [
        ...[id, id % 2 ? `name ${id}` : null],
        ...values,
      ])
      const text = 'select *, $2::text as given from things where id = $1'
      for (const rowMode of ['object', 'array'] as const) {
        const ours = await prepared.query(text, [id, 'x'], { rowMode })
        const theirs = await plain.query(text, [id, 'x'], { rowMode })
        expect(ours.rows).toEqual(theirs.rows)
      }
    }
    const update = await prepared.query('update things set name = $1', ['new'])
    expect(update.affectedRows).toBe(8)
  })

  it('report what is wrong with a query, and go on to work', async () => {
    await expect(prepared.query('select $1::int from nowhere', [1])).rejects.toMatchObject({
      code: '42P01',
    })
    const insert = () => prepared.query('insert into things (id) values ($1)', [1])
    await expect(insert()).rejects.toMatchObject({ code: '23505' })
    await expect(insert()).rejects.toMatchObject({ code: '23505' })
    const { rows } = await prepared.query('select $1::int as one', [1])
    expect(rows).toEqual([{ one: 1 }])
  })

  it('take part in transactions, which are rolled back as a whole', async () => {
    const failing = prepared.transaction(async (tx) => {
      await tx.query('insert into things (id) values ($1)', [100])
      await tx.query('insert into things (id) values ($1)', [1])
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    const { rows } = await prepared.query('select id from things where id = $1', [100])
    expect(rows).toEqual([])
  })

  it('wait for a transaction that is under way', async () => {
    const order: string[] = []
    const inside = prepared.transaction(async (tx) => {
      await tx.query('select $1::int', [1])
      await new Promise((resolve) => setTimeout(resolve, 30))
      order.push('inside')
    })
    await prepared.query('select $1::int', [2]).then(() => order.push('outside'))
    await inside
    expect(order).toEqual(['inside', 'outside'])
  })

  it('follow a table whose columns change', async () => {
    const read = () => prepared.query('select * from things where id = $1', [1])
    await read()
    await plain.exec('alter table things add column more text')
    expect((await read()).rows[0]).toHaveProperty('more')
  })
})
