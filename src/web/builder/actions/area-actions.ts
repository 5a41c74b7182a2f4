import { always, type BuilderAction } from './builder-action.ts'

/** The areas of the builder, from left to right, and what the keyboard comes to in each: the first found. */
const areas: readonly (readonly string[])[] = [
  ['[data-palette] input'],
  ['[data-outline] [data-outline-row][tabindex="0"]'],
  ['[data-canvas] .react-flow__node.selected', '[data-canvas] .react-flow__node'],
  ['[data-side=right] [role=tab][aria-selected=true]'],
]

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

const findStop = (stops: readonly string[]): HTMLElement | undefined =>
  stops
    .flatMap((stop) => [...document.querySelectorAll<HTMLElement>(stop)].slice(0, 1))
    .find(isShown)

const isWithin = (stops: readonly string[]): boolean =>
  stops.some((stop) => document.activeElement?.closest(stop.replace(/ .*/, '')))

/** Moves the focus to the next area that is shown, or back; round at the ends. */
const goToArea = (step: 1 | -1): void => {
  const order = step > 0 ? areas : areas.toReversed()
  const at = order.findIndex(isWithin)
  const following = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))]
  const next = following.map(findStop).find((stop) => stop !== undefined)
  next?.focus()
}

/** Going about the builder by keyboard. */
export const areaActions: readonly BuilderAction[] = [
  {
    name: 'next-area',
    label: 'Go to the next area',
    group: 'View',
    shortcuts: ['F6'],
    whileTyping: true,
    keywords: ['focus', 'pages', 'canvas', 'settings', 'components'],
    objection: always,
    run: () => goToArea(1),
  },
  {
    name: 'previous-area',
    label: 'Go to the area before',
    group: 'View',
    shortcuts: ['Shift+F6'],
    whileTyping: true,
    keywords: ['focus'],
    objection: always,
    run: () => goToArea(-1),
  },
]
