const first = 'A'.charCodeAt(0)
/** REGIONAL INDICATOR SYMBOL LETTER A */
const firstIndicator = 0x1f1e6

const toFlag = (country: string): string =>
  String.fromCodePoint(
    ...Array.from(country, (letter) => letter.charCodeAt(0) - first + firstIndicator),
  )

let canDraw: boolean | undefined

/** Whether this system has flags among its emoji: only they are coloured. Windows has none. */
export const canDrawFlags = (): boolean => {
  if (canDraw !== undefined) return canDraw
  const drawing = Object.assign(document.createElement('canvas'), { width: 20, height: 20 })
  const pen = drawing.getContext('2d', { willReadFrequently: true })
  pen?.fillText(toFlag('ID'), 0, 14)
  const { data } = pen?.getImageData(0, 0, 20, 20) ?? { data: [] }
  canDraw = data.some((value, index) => index % 4 === 0 && value !== data[index + 1])
  return canDraw
}

/** The flag of a country (ISO 3166-1 alpha-2), beside its name; its code where there are no flags. */
export const Flag = ({ country }: { country: string }) =>
  canDrawFlags() ? (
    <span aria-hidden="true" className="w-6 shrink-0 text-center text-base leading-none">
      {toFlag(country)}
    </span>
  ) : (
    <span
      aria-hidden="true"
      className="grid h-4 w-6 shrink-0 place-items-center rounded-xs border border-line bg-subtle font-mono text-[10px] text-muted"
    >
      {country}
    </span>
  )
