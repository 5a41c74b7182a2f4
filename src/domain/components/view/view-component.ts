import { ok } from '#domain/shared/result.ts'
import type { ComponentContext, Finding } from '../component-problem.ts'
import { defineComponentType } from '../component-type.ts'
import { dataTypeLabels } from '../data-type.ts'
import { type ViewComponent, viewSchema } from './view-schema.ts'
import { findShownComponentId } from './view-value.ts'

const findProblems = (view: ViewComponent, { findField }: ComponentContext): Finding[] => {
  if (view.value.trim() === '') {
    return [
      {
        code: 'view-empty',
        severity: 'warning',
        message: 'Give it a text to show, or choose an earlier field.',
        setting: 'value',
      },
    ]
  }
  const shownId = findShownComponentId(view.value)
  if (shownId === undefined) return []
  const shown = findField(shownId)
  if (shown === undefined) {
    return [
      {
        code: 'view-field-missing',
        severity: 'error',
        message: `It shows "$${shownId}", but no field has that id. Choose another one.`,
        setting: 'value',
      },
    ]
  }
  if (shown.place === 'before') return []
  return [
    {
      code: 'view-field-not-before',
      severity: 'warning',
      message: `It shows "${shown.title}", which is not always answered before. Move one of them.`,
      setting: 'value',
      ...(shown.way && { path: shown.way.map(({ id }) => id) }),
    },
  ]
}

/** The View component: shows something, asks nothing. */
export const viewComponent = defineComponentType<ViewComponent>({
  label: 'View',
  schema: viewSchema,
  presets: [
    {
      name: 'view',
      label: 'View',
      description: 'Shows a text or an earlier answer',
      synonyms: ['label', 'text', 'heading', 'instructions', 'read only', 'display'],
      settings: { title: 'View', required: false },
    },
  ],
  asksAnswer: false,
  recipientKind: () => null,
  choices: () => null,
  describe: (view) => dataTypeLabels[view.dataType],
  renameReference: (view, from, to) =>
    findShownComponentId(view.value) === from ? { ...view, value: `$${to}` } : view,
  checkAnswer: () => ok(null),
  findProblems,
})
