import { expect } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './expect-accessible.ts'
import { test } from './fixtures.ts'

const letter = {
  ...{ id: 'job-1', kind: 'otp.send', attempts: 12, lastError: 'connect ECONNREFUSED' },
  about: 'WhatsApp code to +62 812-•••-•789 of Demo Logistics',
  createdAt: '2026-11-23T08:00:00.000Z',
  givenUpAt: '2026-11-23T08:09:00.000Z',
  retryObjection: null,
}
const expired = {
  ...{ ...letter, id: 'job-2', about: 'SMS code to +65 9•••-•567 of Demo Logistics' },
  retryObjection:
    'Its code is expired and can not be entered any more: the worker has to send a new one.',
}

test('an operator sees what was given up, and has tried again what can be', async ({ signIn }) => {
  const page = await signIn('owner')
  await page.getByRole('link', { name: 'Dead letters' }).click()
  await expect(page.getByText('Nothing was given up')).toBeVisible()
  await expectAccessibleInBothSchemes(page)
  // Nothing is given up here within minutes; what the list says is tested with the server.
  await page.route('**/operator/dead-letters', (route) =>
    route.fulfill({ json: { items: [letter, expired], nextCursor: null } }),
  )
  await page.reload()
  const rows = page.getByRole('list', { name: 'Dead letters' }).getByRole('listitem')
  await expect(rows).toHaveText([/WhatsApp code.*after 12 tries/, /can not be entered any more/])
  await expectAccessibleInBothSchemes(page)
  await expect(rows.nth(1).getByRole('button')).toHaveText(['Dismiss'])
  await rows.first().getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('No work with this id was given up.')).toBeVisible()
})

test('who is no operator finds no dead letters', async ({ signIn }) => {
  const page = await signIn('admin')
  await expect(page.getByRole('link', { name: 'OTP policy' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Dead letters' })).toHaveCount(0)
})
