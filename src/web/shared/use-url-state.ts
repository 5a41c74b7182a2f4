import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'

/** What a screen keeps in its address, so that it can be sent to somebody and outlives a reload. */
export interface UrlState {
  get(name: string): string
  has(name: string): boolean
  /** Sets some of it; '' takes it out of the address. Going back still leads to the screen before. */
  set(changes: Record<string, string>): void
}

/** The search of the present address, read and written by name. */
export const useUrlState = (): UrlState => {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const set = useCallback(
    (changes: Record<string, string>) => {
      const next = new URLSearchParams(search)
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') next.delete(name)
        else next.set(name, value)
      }
      if (next.toString() === new URLSearchParams(search).toString()) return
      navigate(next.size === 0 ? path : `${path}?${next}`, { replace: true })
    },
    [path, search, navigate],
  )
  return useMemo(() => {
    const params = new URLSearchParams(search)
    return { get: (name) => params.get(name) ?? '', has: (name) => params.has(name), set }
  }, [search, set])
}
