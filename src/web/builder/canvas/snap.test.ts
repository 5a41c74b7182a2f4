import { expect, test } from 'vitest'
import { snap } from './snap.ts'

const page = (x: number, y: number) => ({ x, y, width: 100, height: 200 })

test('a page that is nearly level with another one stands level with it', () => {
  expect(snap(page(4, 503), [page(0, 0), page(300, 500)], 6)).toMatchObject({ x: 0, y: 500 })
})

test('it snaps to the nearest line, and shows it over both pages', () => {
  const { x, guides } = snap(page(97, 300), [page(0, 0), page(101, 0)], 6)
  expect(x).toBe(100)
  expect(guides).toEqual([{ axis: 'x', at: 100, from: 0, to: 500 }])
})

test('far from every line it stays where it is', () => {
  expect(snap(page(20, 530), [page(0, 0)], 6)).toEqual({ x: 20, y: 530, guides: [] })
})
