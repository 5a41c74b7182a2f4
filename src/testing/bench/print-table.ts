/** A line of the table: what was measured, and what it may be at most. */
export interface Row {
  title: string
  /** The measured values; fewer than there are columns stand in the last ones. */
  values: readonly number[]
  /** One for each value. */
  targets?: readonly number[]
  /** By how much the values can be out because of what they are measured with. */
  tolerance?: number
  digits?: number
}

const format = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const judge = ({ values, targets, tolerance = 0, digits = 0 }: Row): string => {
  if (targets === undefined) return ''
  const limits = [...new Set(targets)].map((target) => format(target, digits)).join(' / ')
  const isMet = (value: number, index: number) =>
    value <= (targets[index] ?? Number.NaN) + tolerance
  const missed = values.filter((value, index) => !isMet(value, index)).length
  const within = tolerance === 0 ? '' : ` ± ${format(tolerance, digits)}`
  return `≤ ${limits}${within} ${missed === 0 ? 'met' : `MISSED${missed < values.length ? ` by ${missed}` : ''}`}`
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
