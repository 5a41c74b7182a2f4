type Cell = string | number | null

/** A text that a spreadsheet would run as a formula. Source: OWASP, CSV Injection. */
const formula = /^[=+\-@\t\r]/
const plainNumber = /^-?\d+(\.\d+)?$/

const formatCell = (cell: Cell): string => {
  const text = String(cell ?? '')
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row of CSV (RFC 4180) with its line break; what looks like a formula is kept from being one. */
export const formatCsvRow = (cells: readonly Cell[]): string =>
  `${cells.map(formatCell).join(',')}\r\n`

/** The mark by which spreadsheets know UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A row with the line of the text that it begins on, from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

const cellOrBreak = /"((?:[^"]|"")*)"|([^",\r\n]*)|(")/y

/**
 * Reads CSV (RFC 4180; LF or CRLF; a byte order mark is skipped; empty lines too). Answers the line
 * instead where a quote is not closed or stands in the middle of a cell.
 */
export const parseCsv = (text: string): CsvRow[] | { brokenLine: number } => {
  const rows: CsvRow[] = []
  let at = text.startsWith(byteOrderMark) ? 1 : 0
  let line = 1
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] }
    for (;;) {
      cellOrBreak.lastIndex = at
      const [whole = '', quoted, plain, stray] = cellOrBreak.exec(text) ?? []
      if (stray !== undefined) return { brokenLine: line }
      row.cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
      line += whole.split('\n').length - 1
      at += whole.length
      if (text[at] !== ',') break
      at += 1
    }
    const lineBreak = /^\r?\n|^\r|^$/.exec(text.slice(at, at + 2))
    if (lineBreak === null) return { brokenLine: line }
    at += lineBreak[0].length
    line += 1
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
  }
  return rows
}
