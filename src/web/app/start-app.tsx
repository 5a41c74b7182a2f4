import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { sessionQuery } from '#web/shared/session.ts'
import { applyTheme, getTheme } from '#web/shared/theme.ts'
import { createQueryClient } from './query-client.ts'
import { AppRouter } from './router.tsx'

/** The build of the page that was last reloaded for a newer one. */
const reloadedKey = 'sandi.reloaded-build'

/** When code is gone since a newer build was deployed: reload, but only once from each build. */
const reloadForNewBuild = (): void => {
  const build = import.meta.url
  if (!navigator.onLine || sessionStorage.getItem(reloadedKey) === build) return
  sessionStorage.setItem(reloadedKey, build)
  location.reload()
}

/** Puts the app into an element. */
export const startApp = (element: HTMLElement): void => {
  applyTheme(getTheme())
  addEventListener('vite:preloadError', reloadForNewBuild)
  // A session that has ended leads to the sign-in screen by the guard of the router.
  const queryClient = createQueryClient(() => queryClient.setQueryData(sessionQuery.queryKey, null))
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppRouter />
      </QueryClientProvider>
    </StrictMode>,
  )
}
