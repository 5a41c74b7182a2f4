import { expect, test } from 'vitest'
import { createTestApp } from '#testing/test-app.ts'

test('the API document in the docs is what the routes really check; `-u` writes it anew', async () => {
  const app = await createTestApp()
  const response = await app.request('/api/openapi.json')
  const text = `${JSON.stringify(await response.json(), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../docs/openapi.json')
  await app.close()
})
