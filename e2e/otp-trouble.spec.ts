import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'
import { readCode } from './pages/sandbox.ts'
import { createTask } from './pages/tasks.ts'
import { Work, wrongCodeFor } from './pages/work.ts'

const forceOutcome = async (page: Page, outcome: string, recipient: string): Promise<void> => {
  await page.getByRole('link', { name: 'Sandbox' }).click()
  await page.getByLabel('Outcome', { exact: true }).selectOption(outcome)
  await page.getByLabel('Recipient', { exact: true }).fill(recipient)
  await page.getByRole('button', { name: 'Force outcome' }).click()
  await expect(page.getByRole('list', { name: 'Forced outcomes' })).toContainText(recipient)
}

const buildFlow = async (admin: Page, name: string, backup?: string): Promise<void> => {
  const builder = await FlowBuilder.createBlank(admin, name)
  await builder.add('Phone Number', 'Initial Page')
  await builder.drag('OTP', 'Page 1')
  if (backup) await builder.settings.getByLabel('Backup channel').selectOption(backup)
  await builder.expectNoProblems()
  await builder.save()
  await builder.publish()
}

test('not on WhatsApp: the worker is offered the backup channel, and verifies by it', async ({
  signIn,
}) => {
  const flow = 'Handover with a backup'
  const [admin, planner, worker] = [
    await signIn('admin'),
    await signIn('planner'),
    await signIn('worker'),
  ]
  await buildFlow(admin, flow, 'SMS')
  await admin.goto('./')
  await forceOutcome(admin, 'Not on WhatsApp', '+6281255550001')
  await createTask(planner, flow, { 'Phone Number': '+62 812 5555 0001' })
  const work = new Work(worker)
  await work.open(flow)
  await worker.getByRole('button', { name: 'Send Code' }).click()
  await worker.getByRole('button', { name: 'Send by SMS instead' }).click()
  await expect(worker.getByText('by SMS', { exact: true })).toBeVisible()
  await work.enterCode(await readCode(await signIn('worker'), '+6281255550001'))
  await expect(worker.getByText('Verified', { exact: true })).toBeVisible()
  await work.finish()
})

test('after too many tries the code is void, also the right one; a new one is needed', async ({
  signIn,
}) => {
  const flow = 'Handover with many tries'
  const [admin, planner, worker] = [
    await signIn('admin'),
    await signIn('planner'),
    await signIn('worker'),
  ]
  await buildFlow(admin, flow)
  await createTask(planner, flow, { 'Phone Number': '+62 812 5555 0002' })
  const work = new Work(worker)
  await work.open(flow)
  await work.sendCode()
  const code = await readCode(await signIn('worker'), '+6281255550002')
  for (const left of [4, 3, 2, 1]) {
    await work.enterCode(wrongCodeFor(code))
    const tries = left === 1 ? '1 try left' : `${left} tries left`
    await expect(worker.getByRole('alert').filter({ hasText: tries })).toBeVisible()
  }
  await work.enterCode(wrongCodeFor(code))
  await expect(worker.getByText(/Too many tries/).first()).toBeVisible()
  await expect(worker.getByLabel('Code')).toBeHidden()
})

test('undeliverable: the worker is told so, and can try again', async ({ signIn }) => {
  const flow = 'Handover to nowhere'
  const [admin, planner, worker] = [
    await signIn('admin'),
    await signIn('planner'),
    await signIn('worker'),
  ]
  await buildFlow(admin, flow)
  await admin.goto('./')
  await forceOutcome(admin, 'Undeliverable', '+6281255550003')
  await createTask(planner, flow, { 'Phone Number': '+62 812 5555 0003' })
  const work = new Work(worker)
  await work.open(flow)
  await worker.getByRole('button', { name: 'Send Code' }).click()
  await expect(worker.getByText(/could not be delivered|undeliverable/i).first()).toBeVisible()
})
