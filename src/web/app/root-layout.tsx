import { type ReactNode, useEffect } from 'react'

/** Moves the focus to the content of the screen. */
export const focusMain = () => document.getElementById('main')?.focus({ preventScroll: true })

const scrollToTop = () => scrollTo(0, 0)

/** Around every screen: the skip link, and the top of the page after a navigation. */
export const RootLayout = ({ children }: { children: ReactNode }) => {
  useEffect(() => {
    // wouter's event. Going back is another one: the browser then scrolls to where it was.
    addEventListener('pushState', scrollToTop)
    return () => removeEventListener('pushState', scrollToTop)
  }, [])
  return (
    <>
      <button
        type="button"
        onClick={focusMain}
        className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </button>
      {children}
    </>
  )
}
