import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

const focusMain = () => document.getElementById('main')?.focus({ preventScroll: true })

/** Around every screen: the skip link, and the focus that follows a navigation. */
export const RootLayout = () => {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        // The first screen keeps the browser's own focus, a search parameter changes no screen.
        if (fromLocation !== undefined && pathChanged) requestAnimationFrame(focusMain)
      }),
    [router],
  )
  return (
    <>
      <button
        type="button"
        onClick={focusMain}
        className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </button>
      <Outlet />
    </>
  )
}
