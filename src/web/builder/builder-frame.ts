/** The whole window. Clipped, not hidden: what takes the focus must not scroll it. */
export const frameClass = 'flex h-dvh flex-col overflow-clip'

/** The bar above all. */
export const headerClass = 'h-13 shrink-0'

/** Palette and pages, canvas, side panel: side by side, or the canvas alone on narrow screens. */
export const sidesClass =
  'relative grid min-h-0 grow grid-rows-1 lg:grid-cols-[15rem_minmax(0,1fr)_min(var(--side-width),50vw)]'
