import { type ComponentType as ReactComponent, useEffect, useState } from 'react'
import type { Component } from '#domain/components/component-registry.ts'
import { Button } from '#web/ui/button.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import type { SettingsProps } from '../component-view.ts'

/** Settings that are fetched when a component of their type is first selected. */
export const lazySettings = <Shown extends Component>(
  load: () => Promise<ReactComponent<SettingsProps<Shown>>>,
): ReactComponent<SettingsProps<Shown>> => {
  let Loaded: ReactComponent<SettingsProps<Shown>> | undefined
  return (props) => {
    const [state, setState] = useState<'waiting' | 'arrived' | 'failed'>('waiting')
    useEffect(() => {
      if (state !== 'waiting') return
      load().then(
        (settings) => {
          Loaded = settings
          setState('arrived')
        },
        () => setState('failed'),
      )
    }, [state])
    if (Loaded !== undefined) return <Loaded {...props} />
    if (state !== 'failed') return <Skeleton className="h-24 w-full" />
    return (
      <div role="alert" className="flex flex-col items-start gap-2 text-muted text-sm">
        These settings could not be fetched. Try again when you are online.
        <Button onClick={() => setState('waiting')}>Try again</Button>
      </div>
    )
  }
}
