import { expect, type Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from './expect-accessible.ts'
import { test } from './fixtures.ts'

// The demo workspace is shared with other scenarios: nothing that they need is switched off here.

test.describe.configure({ mode: 'serial' })

const open = async (page: Page) => {
  await page.goto('/settings/otp-policy')
  await expect(page.getByRole('form', { name: 'OTP policy' })).toBeVisible()
}

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The OTP policy is saved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
}

const findCountry = async (page: Page, search: string, label: RegExp) => {
  await page.getByLabel('Search countries').fill(search)
  return page.getByRole('checkbox', { name: label })
}

test('an admin allows a country, sets a cap, and is told what is out of bounds', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  await page.getByRole('link', { name: 'OTP policy' }).click()
  const fiji = await findCountry(page, '+679', /^Fiji/)
  await expect(fiji).not.toBeChecked()
  await fiji.check()
  await expect(await findCountry(page, 'syria', /Not supported/)).toBeDisabled()
  await expect(await findCountry(page, 'NG', /^Nigeria.*High risk/)).toBeEnabled()

  await page.getByRole('switch', { name: 'Cap what a day may cost' }).check()
  await page.getByLabel('At most').fill('0')
  await expect(page.getByText('A whole number from 1 to 1,000,000,000')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  // With few rows: to look at 245 takes long.
  await expectAccessibleInBothSchemes(page)
  await page.getByLabel('At most').fill('900000')
  await save(page)

  await page.reload()
  await expect(page.getByLabel('At most')).toHaveValue('900000')
  await expect(await findCountry(page, 'Fiji', /^Fiji/)).toBeChecked()
  await expectAccessibleInBothSchemes(page)
})

test('by region, all but those of high risk are allowed with one click', async ({ signIn }) => {
  const page = await signIn('admin')
  await open(page)
  await page.getByLabel('Region').selectOption('Africa')
  await page.getByRole('button', { name: 'Allow all shown but high risk' }).click()
  await expect(page.getByRole('checkbox', { name: /^Kenya/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Nigeria/ })).not.toBeChecked()
  await page.getByRole('button', { name: 'Allow none shown' }).click()
  await expect(page.getByRole('checkbox', { name: /^Kenya/ })).not.toBeChecked()
  // As it was: there is nothing to save.
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('two who change it at once both keep what they did', async ({ signIn }) => {
  const [admin, owner] = [await signIn('admin'), await signIn('owner')]
  await open(admin)
  await open(owner)
  await admin.getByLabel('By one worker').fill('501')
  await owner.getByLabel('By the organisation').fill('2001')
  await save(admin)
  await owner.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(owner.getByText('Somebody else saved meanwhile.')).toBeVisible()
  await expect(owner.getByLabel('By one worker')).toHaveValue('501')
  await expect(owner.getByLabel('By the organisation')).toHaveValue('2001')
  await save(owner)
  await admin.reload()
  await expect(admin.getByLabel('By one worker')).toHaveValue('501')
  await expect(admin.getByLabel('By the organisation')).toHaveValue('2001')
})

test('a place at which few codes are entered is told of everywhere, and blocked with one click', async ({
  signIn,
}) => {
  const page = await signIn('admin')
  // A code has to expire before it counts as not entered: that takes longer than a scenario may.
  let isBlocked = false
  await page.route('**/otp-policy/alerts', (route) =>
    route.fulfill({
      json: {
        items: [
          {
            ...{ id: 'alert', kind: 'country', place: 'FJ', country: 'FJ', isBlocked },
            ...{ sent: 120, verified: 6, raisedAt: '2026-11-23T08:00:00.000Z' },
          },
        ],
      },
    }),
  )
  await page.goto('/tasks')
  const banner = page.getByRole('complementary', { name: 'Conversion alert' })
  await expect(banner).toContainText('Few of the codes to one place are entered')
  await expectAccessibleInBothSchemes(page)
  await banner.getByRole('link', { name: 'Look and block' }).click()
  const notice = page.getByRole('list', { name: 'Conversion alerts' }).getByRole('listitem')
  await expect(notice).toContainText('6 of 120 (5 %) were entered')
  await expect(await findCountry(page, 'Fiji', /^Fiji/)).toBeChecked()
  await expectAccessibleInBothSchemes(page)
  isBlocked = true
  await notice.getByRole('button', { name: 'Block Fiji' }).click()
  await expect(page.getByText('Fiji is blocked', { exact: true })).toBeVisible()
  await expect(notice.getByRole('button', { name: 'Unblock Fiji' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^Fiji/ })).not.toBeChecked()
})

test('a blocked prefix stands in the policy, without its last digits', async ({ signIn }) => {
  const page = await signIn('admin')
  await open(page)
  const field = page.getByLabel('Beginning of numbers')
  await field.fill('+62')
  await field.press('Enter')
  await expect(page.getByText('With the country code, 4 to 11 digits')).toBeVisible()
  await field.fill('+62 899 0000')
  await field.press('Enter')
  await expect(page.getByRole('list', { name: 'Blocked prefixes' })).toContainText('+628990000••••')
  await save(page)
  await page.getByRole('button', { name: 'Unblock +628990000' }).click()
  await page.getByRole('switch', { name: 'Cap what a day may cost' }).uncheck()
  await save(page)
})

test('on a phone nothing is wider than the screen, and it is for admins alone', async ({
  signIn,
}) => {
  const page = await signIn('owner')
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  await expect(page.getByRole('list', { name: 'Countries' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const planner = await signIn('planner')
  await planner.goto('/settings/otp-policy')
  await expect(planner.getByRole('form', { name: 'OTP policy' })).toHaveCount(0)
})
