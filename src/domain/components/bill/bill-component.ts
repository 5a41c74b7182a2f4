import type { ComponentContext, Finding } from '../component-problem.ts'
import { defineComponentType } from '../component-type.ts'
import { checkBillAnswer } from './bill-answer.ts'
import { type BillComponent, billSchema } from './bill-schema.ts'

const hasTwins = (entries: readonly { name: string }[]): boolean =>
  new Set(entries.map(({ name }) => name)).size < entries.length

const findProblems = (bill: BillComponent, { page }: ComponentContext): Finding[] => {
  const findings: Finding[] = []
  if (page.componentCount > 1) {
    findings.push({
      code: 'bill-not-alone',
      severity: 'error',
      message: 'A Bill must be alone on its page. Move it, or the others, to another page.',
    })
  }
  if (bill.items.length === 0 && !bill.addNew) {
    findings.push({
      code: 'bill-empty',
      severity: 'error',
      message: 'Nothing can be put on it. Give it items, or let the worker add new ones.',
      setting: 'items',
    })
  }
  if (hasTwins(bill.items)) {
    findings.push({
      code: 'bill-item-twin',
      severity: 'error',
      message: 'Two items have the same name. Rename or remove one of them.',
      setting: 'items',
    })
  }
  if (hasTwins(bill.adjustments)) {
    findings.push({
      code: 'bill-adjustment-twin',
      severity: 'error',
      message: 'Two discounts or costs have the same name. Rename or remove one of them.',
      setting: 'adjustments',
    })
  }
  const excessive = bill.adjustments.find(
    ({ kind, unit, amount }) => kind === 'discount' && unit === 'percent' && amount > 10_000,
  )
  if (excessive !== undefined) {
    findings.push({
      code: 'bill-discount-excessive',
      severity: 'error',
      message: `The discount "${excessive.name}" is more than 100 %. Lower it.`,
      setting: 'adjustments',
    })
  }
  return findings
}

/** The Bill component: asks what was bought, and adds it up. */
export const billComponent = defineComponentType<BillComponent>({
  label: 'Bill',
  schema: billSchema,
  presets: [
    {
      name: 'bill',
      label: 'Bill',
      description: 'Items with prices, discounts and costs, added up',
      synonyms: ['invoice', 'order', 'receipt', 'payment', 'total', 'cash on delivery', 'cod'],
      settings: { title: 'Bill' },
    },
  ],
  asksAnswer: true,
  recipientKind: () => null,
  choices: () => null,
  describe: (bill) => `Bill in ${bill.currency}`,
  renameReference: (bill) => bill,
  checkAnswer: checkBillAnswer,
  findProblems,
})
