import type { ComponentContext, Finding } from '../component-problem.ts'
import { defineComponentType } from '../component-type.ts'
import { checkListAnswer } from './list-answer.ts'
import type { ListKind } from './list-limits.ts'
import { type ListComponent, listSchema } from './list-schema.ts'

const kindTexts: Record<ListKind, string> = {
  text: 'Text list',
  checkbox: 'Checklist',
  quantity: 'Quantity list',
}

const findProblems = (list: ListComponent, { page }: ComponentContext): Finding[] => {
  const { entries, addNew, minimumLength, maximumLength } = list
  const findings: Finding[] = []
  if (page.componentCount > 1) {
    findings.push({
      code: 'list-not-alone',
      severity: 'error',
      message: 'A List must be alone on its page. Move it, or the others, to another page.',
    })
  }
  if (entries.length === 0 && !addNew) {
    findings.push({
      code: 'list-empty',
      severity: 'error',
      message: 'The list is empty. Give it entries, or let the worker add new ones.',
      setting: 'entries',
    })
  }
  if (new Set(entries).size < entries.length) {
    findings.push({
      code: 'list-entry-twin',
      severity: 'error',
      message: 'Two entries have the same name. Rename or remove one of them.',
      setting: 'entries',
    })
  }
  if (minimumLength !== null && maximumLength !== null && minimumLength > maximumLength) {
    findings.push({
      code: 'list-range-empty',
      severity: 'error',
      message: `No name fits: the minimum (${minimumLength}) is above the maximum (${maximumLength}).`,
      setting: 'minimumLength',
    })
  }
  return findings
}

/** The List component: asks for something about each entry. */
export const listComponent = defineComponentType<ListComponent>({
  label: 'List',
  schema: listSchema,
  presets: [
    {
      name: 'checklist',
      label: 'Checklist',
      description: 'Entries to tick',
      synonyms: ['list', 'check', 'todo', 'inspection', 'tick', 'checkbox'],
      settings: { title: 'Checklist', listType: 'checkbox' },
    },
    {
      name: 'quantityList',
      label: 'Quantity List',
      description: 'A quantity for each entry',
      synonyms: ['list', 'stock', 'inventory', 'count', 'items', 'amount'],
      settings: { title: 'Quantity List', listType: 'quantity' },
    },
    {
      name: 'textList',
      label: 'Text List',
      description: 'A text for each entry',
      synonyms: ['list', 'table', 'remarks', 'notes'],
      settings: { title: 'Text List', listType: 'text' },
    },
  ],
  asksAnswer: true,
  recipientKind: () => null,
  choices: () => null,
  describe: (list) => kindTexts[list.listType],
  renameReference: (list) => list,
  checkAnswer: checkListAnswer,
  findProblems,
})
