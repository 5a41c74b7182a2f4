import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/shared/api.ts'
import { fetchSession, sessionQuery } from '#web/shared/session.ts'

/** Signs in, then lets the router find the way, which looks at the session. */
export const useSignIn = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (credentials: { email: string; password: string }) => {
      await api.signIn(credentials)
      return fetchSession()
    },
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  })
}
