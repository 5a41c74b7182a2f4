import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** A script that a page has fetched, and its bytes after gzip at level 9. */
export interface Script {
  name: string
  bytes: number
}

/** All scripts that the document has fetched since it was opened, the heaviest first. */
export const listScripts = async (page: Page): Promise<Script[]> => {
  const urls = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  const scripts = new Set(urls.filter((url) => new URL(url).pathname.endsWith('.js')))
  const listed = await Promise.all(
    [...scripts].map(async (url): Promise<Script> => {
      const response = await page.request.get(url)
      const { length } = gzipSync(await response.body(), { level: 9 })
      return { name: url.split('/').at(-1) ?? url, bytes: length }
    }),
  )
  return listed.toSorted((a, b) => b.bytes - a.bytes)
}

/** What some scripts weigh together, in bytes after gzip. */
export const sumBytes = (scripts: readonly Script[]): number =>
  scripts.reduce((total, { bytes }) => total + bytes, 0)
