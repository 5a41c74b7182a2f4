import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { sessionQuery } from '#web/shared/session.ts'
import { applyTheme, getTheme } from '#web/shared/theme.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'

/** Puts the app into an element. */
export const startApp = (element: HTMLElement): void => {
  applyTheme(getTheme())
  const queryClient = createQueryClient(() => {
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } })
  })
  const router = createAppRouter({ queryClient })
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
