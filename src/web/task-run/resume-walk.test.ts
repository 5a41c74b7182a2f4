import { expect, test } from 'vitest'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { err, ok } from '#domain/shared/result.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'
import { resumeWalk } from './resume-walk.ts'

const input = (id: string) => ({ type: 'input', id, title: id })
const page = (id: string, next: object[] = []) => ({
  id,
  kind: id === 'start' ? 'initial' : 'mobile',
  title: id,
  components: id === 'start' ? [] : [input(id)],
  next,
})
const when = (field: string, value: string) => ({
  match: 'all',
  comparisons: [{ field, operator: 'is', value }],
})
const document = flowDocumentSchema.parse({
  settings: { name: 'Test' },
  pages: [
    page('start'),
    page('a', [
      { id: 't1', to: 'c', when: when('a', 'skip') },
      { id: 't2', to: 'b' },
    ]),
    page('b'),
    page('c'),
  ],
})
const filled: CheckAnswer = (component, value) =>
  typeof value === 'string' ? ok(value) : err({ code: 'required', message: component.id })

test('a worker comes back to the page that was left', () => {
  expect(resumeWalk(document, { a: 'x', b: 'y' }, 'c', filled).path).toEqual(['a', 'b', 'c'])
})

test('the way follows the answers', () => {
  expect(resumeWalk(document, { a: 'skip' }, 'c', filled).path).toEqual(['a', 'c'])
})

test('it ends where something is still missing', () => {
  expect(resumeWalk(document, { a: 'x' }, 'c', filled).path).toEqual(['a', 'b'])
})

test('a task that was never opened starts at its first page', () => {
  expect(resumeWalk(document, { a: 'x', b: 'y' }, null, filled).path).toEqual(['a'])
})
