import { expect, test } from 'vitest'
import { bringIntoSight } from './bring-into-sight.ts'

const room = { width: 1_000, height: 600 }
const header = { top: 0, height: 52 }
const page = { x: 0, y: 0, width: 272, height: 300, wanted: header }

test('a view in which the wanted part is seen stays as it is', () => {
  expect(bringIntoSight(page, { x: 100, y: 100, zoom: 1 }, room)).toBeUndefined()
  const row = { ...page, height: 2_000, wanted: { top: 400, height: 44 } }
  expect(bringIntoSight(row, { x: 100, y: 30, zoom: 1 }, room)).toBeUndefined()
})

test('a page that has room is brought to the middle', () => {
  const view = bringIntoSight({ ...page, x: 5_000 }, { x: 0, y: 0, zoom: 1 }, room)
  expect(view).toEqual({ x: 500 - 5_136, y: 150, zoom: 1 })
})

test('of a page that is higher than the canvas, the wanted row is in the middle', () => {
  const long = { ...page, height: 2_000, wanted: { top: 1_000, height: 44 } }
  const view = bringIntoSight(long, { x: 100, y: 100, zoom: 1 }, room)
  expect(view).toEqual({ x: 364, y: 300 - 1_022, zoom: 1 })
})

test('of its upper rows, no more empty canvas is shown above it than a margin', () => {
  const long = { ...page, y: 100, height: 2_000, wanted: { top: 96, height: 44 } }
  const view = bringIntoSight(long, { x: 5_000, y: 0, zoom: 1 }, room)
  expect(view && long.y * view.zoom + view.y).toBe(24)
})

test('what is too far away to be read comes nearer', () => {
  expect(bringIntoSight(page, { x: 5_000, y: 0, zoom: 0.1 }, room)?.zoom).toBe(0.6)
})
