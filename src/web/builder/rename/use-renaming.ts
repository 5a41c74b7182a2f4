import { useSession } from '../builder-context.tsx'

/** Whether the title of a page or component is being edited in a place. */
export const useRenaming = (id: string, place: 'canvas' | 'outline'): boolean =>
  useSession(({ renaming }) => renaming?.place === place && 'id' in renaming && renaming.id === id)
