import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { readAvailableCredits } from './pages/balance.ts'
import { FlowBuilder } from './pages/flow-builder.ts'
import { readCode } from './pages/sandbox.ts'
import { createTask } from './pages/tasks.ts'
import { Work, wrongCodeFor } from './pages/work.ts'

// They all spend from one organisation's credit, so one after the other, and none elsewhere.
test.describe.configure({ mode: 'serial' })

/** What each way costs is in the seed rates: USD for one message, over USD 0.0125 for one credit. */
const journeys = [
  {
    title: 'WhatsApp to Indonesia',
    channel: 'WhatsApp',
    field: 'Phone Number',
    recipient: '+62 812 3456 7890',
    arrivesAt: '+6281234567890',
    creditsMicro: 2_000_000,
  },
  {
    title: 'SMS to Indonesia',
    channel: 'SMS',
    field: 'Phone Number',
    recipient: '+62 813 1111 2222',
    arrivesAt: '+6281311112222',
    creditsMicro: 11_968_000,
  },
  {
    title: 'Email',
    channel: 'Email',
    field: 'Email',
    recipient: 'maya@example.com',
    arrivesAt: 'maya@example.com',
    creditsMicro: 1_000_000,
  },
  {
    title: 'WhatsApp abroad, to Singapore',
    channel: 'WhatsApp',
    field: 'Phone Number',
    recipient: '+65 8123 4567',
    arrivesAt: '+6581234567',
    creditsMicro: 1_280_000,
  },
] as const

for (const journey of journeys) {
  test(`an OTP by ${journey.title} is built, published, sent, verified and paid for once`, async ({
    signIn,
  }) => {
    const flowName = `Handover by ${journey.title}`
    const admin = await signIn('admin')
    const planner = await signIn('planner')
    const worker = await signIn('worker')
    const before = await test.step('the balance before', () => readAvailableCredits(admin))

    await test.step('the admin builds and publishes the flow', async () => {
      const builder = await FlowBuilder.createBlank(admin, flowName)
      await builder.add(journey.field, 'Initial Page')
      await builder.drag('OTP', 'Page 1')
      await builder.settings.getByLabel('Send OTP Via').selectOption(journey.channel)
      await builder.settings.getByLabel('Digits').fill('6')
      await builder.settings.getByLabel('Recipient Field').selectOption({ label: journey.field })
      await builder.expectNoProblems()
      await builder.save()
      await builder.publish()
    })

    await test.step('the planner makes a task', () =>
      createTask(planner, flowName, { [journey.field]: journey.recipient }))

    const work = new Work(worker)
    await test.step('the worker has the code sent; opening the page sent nothing', async () => {
      await work.open(flowName)
      await expect(worker.getByText(`by ${journey.channel}`, { exact: true })).toBeVisible()
      await work.sendCode()
    })

    await test.step('a wrong code says how many tries are left, the right one verifies', async () => {
      const inbox = await signIn('worker')
      const code = await readCode(inbox, journey.arrivesAt)
      await work.enterCode(wrongCodeFor(code))
      await expect(worker.getByRole('alert').filter({ hasText: '4 tries left' })).toBeVisible()
      await work.enterCode(code)
      await expect(worker.getByText('Verified', { exact: true })).toBeVisible()
      await work.finish()
    })

    await test.step('Available Credits fell by exactly the rate', async () => {
      await admin.goto('./')
      expect(before - (await readAvailableCredits(admin))).toBe(journey.creditsMicro)
    })
  })
}

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
