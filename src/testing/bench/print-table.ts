/** A line of the table: what was measured, and what it may be at most. */
export interface Row {
  title: string
  /** The measured values; fewer than there are columns stand in the last ones. */
  values: readonly number[]
  /** One for each value. */
  targets?: readonly number[]
  digits?: number
}

const format = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const judge = ({ values, targets, digits = 0 }: Row): string => {
  if (targets === undefined) return ''
  const limits = [...new Set(targets)].map((target) => format(target, digits)).join(' / ')
  const missed = values.filter((value, index) => !(value <= (targets[index] ?? Number.NaN))).length
  return `≤ ${limits} ${missed === 0 ? 'met' : `MISSED${missed < values.length ? ` by ${missed}` : ''}`}`
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
