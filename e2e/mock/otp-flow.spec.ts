import { expect, test } from '@playwright/test'
import { signInAs } from '../fixtures.ts'
import { FlowBuilder } from '../pages/flow-builder.ts'
import { readCode } from '../pages/sandbox.ts'
import { createTask } from '../pages/tasks.ts'
import { Work } from '../pages/work.ts'

const signOut = async (page: import('@playwright/test').Page) => {
  await page.getByRole('button', { name: /Dewi Lestari/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

test('without any server: build, save, reload, publish, do the task, read the code, verify', async ({
  page,
}) => {
  // The first start creates a database in the browser.
  test.setTimeout(240_000)
  page.setDefaultTimeout(60_000)
  await test.step('build and save; after a reload it is still there', async () => {
    await signInAs(page, 'admin')
    const builder = await FlowBuilder.createBlank(page, 'Without a server')
    await builder.add('Phone Number', 'Initial Page')
    await builder.drag('OTP', 'Page 1')
    await builder.save()
    await page.reload()
    await expect(builder.component('Page 1', 'OTP')).toBeVisible()
    await builder.publish()
  })
  await test.step('make a task', async () => {
    await page.getByRole('link', { name: 'Back to Flows' }).click()
    await createTask(page, 'Without a server', { 'Phone Number': '+62 812 3456 7890' })
  })
  await test.step('do it: send, read the code in the inbox, verify, finish', async () => {
    await signOut(page)
    await signInAs(page, 'worker')
    const work = new Work(page)
    await work.open('Without a server')
    await work.sendCode()
    await page.getByRole('link', { name: /my tasks/i }).click()
    const code = await readCode(page, '+6281234567890')
    await work.open('Without a server')
    await work.enterCode(code)
    await expect(page.getByText('Verified', { exact: true })).toBeVisible()
    await work.finish()
  })
})
