import { expect, test } from 'vitest'
import { roles } from '#contract/session-contract.ts'
import { canOpen, landingOf, safeNext } from './screen-access.ts'

test('every role may open the screen that it starts on', () => {
  for (const role of roles) expect(canOpen(role, landingOf(role)), role).toBe(true)
})

test('planners, billing reviewers and field workers do not edit flows', () => {
  expect(roles.filter((role) => canOpen(role, '/flows/some-flow'))).toEqual(['owner', 'admin'])
})

test('a beginning that only looks alike is not the same part of the app', () => {
  expect(canOpen('field_user', '/flowsheets')).toBe(true)
  expect(canOpen('field_user', '/billing')).toBe(false)
})

test('after signing in the way leads on to where it was meant to', () => {
  expect(safeNext('/flows/f1?panel=problems#x', 'admin')).toBe('/flows/f1?panel=problems#x')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '', undefined, 7])(
  '%s leads to the landing: nobody is sent to another site',
  (next) => {
    expect(safeNext(next, 'planner')).toBe('/tasks')
  },
)

test('a screen that the role may not see leads to its landing', () => {
  expect(safeNext('/flows', 'field_user')).toBe('/work')
})
