import { useSession } from './builder-context.tsx'

/** Tells screen readers what was added and moved: the one place that speaks of the canvas. */
export const Announcer = () => {
  const announcement = useSession((session) => session.announcement)
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {announcement}
    </p>
  )
}
