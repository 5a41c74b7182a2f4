import { type FlowState, listPages } from './flow-state.ts'

/** What the next page is called: "Page 4", with the first number from the count of pages on that is free. */
export const nextPageTitle = (flow: FlowState): string => {
  const taken = new Set(listPages(flow).map(({ title }) => title))
  let number = flow.pageOrder.length
  while (taken.has(`Page ${number}`)) number += 1
  return `Page ${number}`
}
