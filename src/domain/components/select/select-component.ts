import { defineComponentType } from '../component-type.ts'
import { checkSelectAnswer } from './select-answer.ts'
import { findSelectProblems } from './select-problems.ts'
import { type SelectComponent, selectSchema } from './select-schema.ts'

const renameTarget = (select: SelectComponent, from: string, to: string): SelectComponent =>
  select.actions.some(({ targets }) => targets.includes(from))
    ? {
        ...select,
        actions: select.actions.map((action) => ({
          ...action,
          targets: action.targets.map((target) => (target === from ? to : target)),
        })),
      }
    : select

/** The Select component: asks to choose from fixed options. */
export const selectComponent = defineComponentType<SelectComponent>({
  label: 'Select',
  schema: selectSchema,
  presets: [
    {
      name: 'dropdown',
      label: 'Dropdown',
      description: 'One choice from a list',
      synonyms: ['select', 'choice', 'options', 'pick', 'single'],
      settings: { title: 'Choice', style: 'dropdown' },
    },
    {
      name: 'checkbox',
      label: 'Checkboxes',
      description: 'One or more choices to tick',
      synonyms: ['select', 'choice', 'options', 'multiple', 'tick'],
      settings: { title: 'Choices', style: 'checkbox', maximumSelected: null },
    },
    {
      name: 'button',
      label: 'Buttons',
      description: 'A choice by large buttons',
      synonyms: ['select', 'choice', 'options', 'radio', 'yes', 'no'],
      settings: { title: 'Choice', style: 'button' },
    },
  ],
  asksAnswer: true,
  recipientKind: () => null,
  choices: ({ options }) => options.map(({ id, label }) => ({ value: id, label })),
  describe: () => 'Select',
  renameReference: renameTarget,
  checkAnswer: checkSelectAnswer,
  findProblems: findSelectProblems,
})
