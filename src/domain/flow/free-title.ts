import { cutTitle, longestTitle } from '#domain/shared/title-schema.ts'
import { type FlowState, listPages } from './flow-state.ts'

const listTitles = (flow: FlowState): Set<string> =>
  new Set(listPages(flow).map(({ title }) => title))

const findFree = (taken: ReadonlySet<string>, name: string, first: number): string => {
  const numbered = (number: number) => {
    const suffix = ` ${number}`
    return cutTitle(name, longestTitle - suffix.length).trimEnd() + suffix
  }
  let number = first
  while (taken.has(numbered(number))) number += 1
  return numbered(number)
}

/** What the next page is called: "Page 4", with the first number from the count of pages on that is free. */
export const nextPageTitle = (flow: FlowState): string =>
  findFree(listTitles(flow), 'Page', flow.pageOrder.length)

const countOn = (taken: ReadonlySet<string>, title: string): string => {
  const [, name = title, number = '1'] = /^(.+) (\d{1,9})$/.exec(title) ?? []
  return findFree(taken, name, Number(number) + 1)
}

/**
 * The titles of copied pages: their own where no page of the flow has it, else with the next number
 * that is free: "Visit" becomes "Visit 2", "Step 5" becomes "Step 6".
 */
export const freePageTitles = (flow: FlowState, titles: readonly string[]): string[] => {
  const taken = listTitles(flow)
  return titles.map((title) => {
    const free = taken.has(title) ? countOn(taken, title) : title
    taken.add(free)
    return free
  })
}
