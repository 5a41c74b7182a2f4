import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrderMark, formatCsvRow, parseCsv } from './csv.ts'

describe('a row of CSV', () => {
  it.each([
    [['a', 1, null], 'a,1,\r\n'],
    [['say "hi"', 'a,b', 'two\nlines'], '"say ""hi""","a,b","two\nlines"\r\n'],
    [['=1+1', '+62', '-2.500000', '@x', '-x'], "'=1+1,'+62,-2.500000,'@x,'-x\r\n"],
  ])('of %j is %j', (cells, text) => expect(formatCsvRow(cells)).toBe(text))

  it('never begins a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [row] = parseCsvRows(formatCsvRow([text, 'x']))
        expect(row?.cells[0] ?? '').not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/)
      }),
    )
  })
})

const parseCsvRows = (text: string) => {
  const rows = parseCsv(text)
  if (!Array.isArray(rows)) throw new Error(`broken at ${rows.brokenLine}`)
  return rows
}

describe('reading CSV', () => {
  it('gives back what was written', () => {
    const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text))
    const table = fc.array(fc.array(cell, { minLength: 1 }).map((cells) => ['x', ...cells]))
    fc.assert(
      fc.property(table, (rows) => {
        const text = byteOrderMark + rows.map(formatCsvRow).join('')
        expect(parseCsvRows(text).map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })

  it('names the line that a row begins on, past breaks in cells and empty lines', () => {
    const lines = parseCsvRows('a,b\r\n"x\ny",1\n\n2,3').map(({ line }) => line)
    expect(lines).toEqual([1, 2, 5])
  })

  it.each([
    ['a\n"open', 2],
    ['a"b', 1],
    ['"a"b', 1],
  ])('names the broken line of %j', (text, brokenLine) => {
    expect(parseCsv(text)).toEqual({ brokenLine })
  })
})
