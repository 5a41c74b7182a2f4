import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Page nodes that React has rendered since this was set to 0; not counted while undefined. */
    renderedPages?: number
    /** React tells this of every commit, also in production. */
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: {
      supportsFiber: true
      inject(): number
      onCommitFiberRoot(renderer: number, root: { current: Fiber }): void
      onCommitFiberUnmount(): void
    }
  }
}

/** As much of React's own tree as tells what was rendered. */
interface Fiber {
  tag: number
  elementType: { displayName?: string } | string | null
  return: Fiber | null
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  /** The same as it was before; null when it is new. */
  alternate: Fiber | null
}

/** Runs in the page, before React. Walks what a commit has changed the way React's DevTools do. */
const installHook = (): void => {
  const performedWork = 1
  /** A function, and one that React has taken together with the memo around it. */
  const functionTags = [0, 15]
  const isPage = (fiber: Fiber | null): boolean =>
    fiber?.elementType instanceof Object && fiber.elementType.displayName === 'PageNode'
  const visit = (fiber: Fiber): void => {
    const { tag, alternate, flags } = fiber
    const isPageFunction = functionTags.includes(tag) && (isPage(fiber) || isPage(fiber.return))
    if (isPageFunction && (flags & performedWork) !== 0) {
      window.renderedPages = (window.renderedPages ?? 0) + 1
    }
    // The same children as before: React has not been here, and their flags are of another commit.
    if (alternate !== null && alternate.child === fiber.child) return
    for (let child = fiber.child; child !== null; child = child.sibling) visit(child)
  }
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_, { current }) => {
      if (window.renderedPages !== undefined) visit(current)
    },
    onCommitFiberUnmount: () => {},
  }
}

/** Makes `countRenderedPages` possible in the documents that are opened from now on. */
export const watchRenderedPages = (page: Page): Promise<unknown> => page.addInitScript(installHook)

/** How many page nodes of the canvas React renders while something is done. */
export const countRenderedPages = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    window.renderedPages = 0
  })
  await act()
  return page.evaluate(() => {
    const count = window.renderedPages ?? Number.NaN
    delete window.renderedPages
    return count
  })
}
