/** A line of the table: what was measured, at 50 and at 200 pages, and what it may be at most. */
export interface Row {
  title: string
  /** The measured values; the last one is held against the target. */
  values: readonly number[]
  target?: number
  digits?: number
}

const format = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const judge = ({ values, target, digits = 0 }: Row): string => {
  if (target === undefined) return ''
  const isMet = (values.at(-1) ?? Number.NaN) <= target
  return `≤ ${format(target, digits)} ${isMet ? 'met' : 'MISSED'}`
}

/** Prints rows as aligned columns under a heading. */
export const printTable = (heading: readonly string[], rows: readonly Row[]): void => {
  const cells = rows.map((row) => {
    const values = row.values.map((value) => format(value, row.digits ?? 0))
    return [row.title, ...Array(heading.length - 2 - values.length).fill(''), ...values, judge(row)]
  })
  const lines = [heading, ...cells]
  const widths = heading.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  )
  for (const line of lines) {
    const padded = line.map((cell, column) =>
      column === 0 || column === heading.length - 1
        ? cell.padEnd(widths[column] ?? 0)
        : cell.padStart(widths[column] ?? 0),
    )
    console.log(padded.join('   ').trimEnd())
  }
}
