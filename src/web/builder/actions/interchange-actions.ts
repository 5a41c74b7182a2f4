import { always, type BuilderAction } from './builder-action.ts'

const importAction: BuilderAction = {
  name: 'import',
  label: 'Import onto this flow…',
  group: 'Flow',
  shortcuts: [],
  keywords: ['file', 'json', 'mileapp', 'upload'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'import' } }),
}

const exportAction: BuilderAction = {
  name: 'export',
  label: 'Export…',
  group: 'Flow',
  shortcuts: [],
  keywords: ['file', 'json', 'mileapp', 'download'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'export' } }),
}

export const interchangeActions: readonly BuilderAction[] = [importAction, exportAction]
