import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { readAvailableCredits } from './pages/balance.ts'
import { FlowBuilder } from './pages/flow-builder.ts'
import { readCode } from './pages/sandbox.ts'
import { createTask } from './pages/tasks.ts'
import { Work, wrongCodeFor } from './pages/work.ts'

// They all spend from one organisation's credit, so one after the other.
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
