import { expect, type Page } from '@playwright/test'

/** A planner makes a task of a published flow and gives it to a field worker. */
export const createTask = async (
  page: Page,
  flowName: string,
  answers: Record<string, string>,
): Promise<void> => {
  await page.getByRole('link', { name: 'Tasks' }).click()
  await page.getByRole('button', { name: 'New Task' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New Task' })
  await dialog.getByLabel('Flow').selectOption({ label: flowName })
  for (const [label, value] of Object.entries(answers)) {
    await dialog.getByLabel(label).fill(value)
  }
  await dialog.getByLabel('Assign to').selectOption({ label: 'Budi Santoso' })
  await dialog.getByRole('button', { name: 'Create Task' }).click()
  await expect(dialog).toBeHidden()
}
