import { type FlowState, listPages } from './flow-state.ts'

/** As many characters as a title has room for. */
const longest = 100

const listTitles = (flow: FlowState): Set<string> =>
  new Set(listPages(flow).map(({ title }) => title))

const findFree = (taken: ReadonlySet<string>, name: string, first: number): string => {
  const numbered = (number: number) => {
    const suffix = ` ${number}`
    return name.slice(0, longest - suffix.length).trimEnd() + suffix
  }
  let number = first
  while (taken.has(numbered(number))) number += 1
  return numbered(number)
}

/** What the next page is called: "Page 4", with the first number from the count of pages on that is free. */
export const nextPageTitle = (flow: FlowState): string =>
  findFree(listTitles(flow), 'Page', flow.pageOrder.length)

/**
 * The titles of copied pages: their own where no page of the flow has it, else with the next number:
 * "Visit" and "Visit 2".
 */
export const freePageTitles = (flow: FlowState, titles: readonly string[]): string[] => {
  const taken = listTitles(flow)
  return titles.map((title) => {
    const free = taken.has(title) ? findFree(taken, title.replace(/ \d+$/, ''), 2) : title
    taken.add(free)
    return free
  })
}
