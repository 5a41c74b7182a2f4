import { lazy, type ComponentType as ReactComponent, Suspense } from 'react'
import type { Component } from '#domain/components/component-registry.ts'
import { Skeleton } from '#web/ui/skeleton.tsx'
import type { SettingsProps } from '../component-view.ts'

/** Settings that are fetched when a component of their type is first selected. */
export const lazySettings = <Shown extends Component>(
  load: () => Promise<ReactComponent<SettingsProps<Shown>>>,
): ReactComponent<SettingsProps<Shown>> => {
  const Settings = lazy(async () => ({ default: await load() })) as unknown as ReactComponent<
    SettingsProps<Shown>
  >
  return (props) => (
    <Suspense fallback={<Skeleton className="h-24 w-full" />}>
      <Settings {...props} />
    </Suspense>
  )
}
