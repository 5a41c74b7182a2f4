import { expect, test } from 'vitest'
import type { FlowVersion } from '#contract/flow-contract.ts'
import type { FlowEdit } from '#contract/flow-version-contract.ts'
import { minute } from '#domain/shared/clock.ts'
import { groupEdits } from './group-edits.ts'

const start = Date.UTC(2026, 10, 22, 8)
const at = (minutes: number) => new Date(start + minutes * minute).toISOString()

const edit = (revision: number, by: string, minutes = revision): FlowEdit => ({
  revision,
  by,
  byId: by,
  at: at(minutes),
  text: `Edit ${revision}`,
  subject: null,
})

const version = (number: number, revision: number): FlowVersion => ({
  version: number,
  revision,
  name: '',
  note: '',
  publishedAt: at(revision),
  publishedBy: 'Ana',
})

const read = (edits: FlowEdit[], versions: FlowVersion[] = []) =>
  groupEdits(edits, versions).map((entry) =>
    entry.kind === 'version'
      ? `version ${entry.version.version}`
      : `${entry.by}: ${entry.edits.map(({ revision }) => revision)}`,
  )

test('what one person did in one go is one session', () => {
  expect(read([edit(4, 'Ben'), edit(3, 'Ana'), edit(2, 'Ana'), edit(1, 'Ben')])).toEqual([
    'Ben: 4',
    'Ana: 3,2',
    'Ben: 1',
  ])
})

test('a rest of more than 30 minutes begins another session', () => {
  expect(read([edit(3, 'Ana', 61), edit(2, 'Ana', 30), edit(1, 'Ana', 0)])).toEqual([
    'Ana: 3',
    'Ana: 2,1',
  ])
})

test('a version stands above the edits that led to it, and parts what came after', () => {
  expect(
    read([edit(3, 'Ana'), edit(2, 'Ana'), edit(1, 'Ana')], [version(2, 3), version(1, 1)]),
  ).toEqual(['version 2', 'Ana: 3,2', 'version 1', 'Ana: 1'])
})

test('versions older than the edits that were fetched are there all the same', () => {
  expect(read([edit(9, 'Ana')], [version(2, 5), version(1, 0)])).toEqual([
    'Ana: 9',
    'version 2',
    'version 1',
  ])
})
