import { expect, test } from 'vitest'
import { findByTitle, findTreeMove } from './outline-keys.ts'
import { findShownBlocks, layOutOutline, listRowIds, rowHeight } from './outline-rows.ts'

const pages = [
  { pageId: 'first', componentIds: ['a', 'b'] },
  { pageId: 'second', componentIds: ['c'] },
  { pageId: 'empty', componentIds: [] },
]
const blocks = layOutOutline(pages, ({ pageId }) => pageId !== 'second')
const move = (id: string, key: string) => findTreeMove(blocks, id, key)
const go = (id: string) => ({ kind: 'go', id })

test('rows are pages and, where they are open, their components', () => {
  expect(listRowIds(blocks)).toEqual(['first', 'a', 'b', 'second', 'empty'])
})

test('up, down, Home and End walk the rows', () => {
  expect(move('b', 'ArrowDown')).toEqual(go('second'))
  expect(move('second', 'ArrowUp')).toEqual(go('b'))
  expect(move('b', 'Home')).toEqual(go('first'))
  expect(move('a', 'End')).toEqual(go('empty'))
  expect(move('first', 'ArrowUp')).toBeUndefined()
})

test('right opens and goes in, left closes and goes out', () => {
  expect(move('second', 'ArrowRight')).toEqual({ kind: 'fold', pageId: 'second', open: true })
  expect(move('first', 'ArrowRight')).toEqual(go('a'))
  expect(move('a', 'ArrowRight')).toBeUndefined()
  expect(move('empty', 'ArrowRight')).toBeUndefined()
  expect(move('b', 'ArrowLeft')).toEqual(go('first'))
  expect(move('first', 'ArrowLeft')).toEqual({ kind: 'fold', pageId: 'first', open: false })
  expect(move('second', 'ArrowLeft')).toBeUndefined()
})

test('other keys are not the tree’s', () => {
  expect(move('a', 'x')).toBeUndefined()
})

test('typing goes to the next title that begins so, round at the end', () => {
  const rows = ['one', 'other', 'two']
  expect(findByTitle(rows, 'one', 'o', (id) => id)).toBe('other')
  expect(findByTitle(rows, 'two', 'o', (id) => id)).toBe('one')
  expect(findByTitle(rows, 'one', 'on', (id) => id)).toBe('one')
  expect(findByTitle(rows, 'one', 'x', (id) => id)).toBeUndefined()
})

test('only what can be seen is drawn, and what has the focus', () => {
  const many = layOutOutline(
    Array.from({ length: 500 }, (_, index) => ({ pageId: `p${index}`, componentIds: ['x'] })),
    () => false,
  )
  const shown = findShownBlocks(many, { top: rowHeight * 100, height: rowHeight * 10 }, 'p3')
  expect(shown.map(({ pageId }) => pageId).at(0)).toBe('p3')
  expect(shown.length).toBeLessThan(20)
})
