import { type ComponentType, lazy, useState } from 'react'

/**
 * A screen whose code is fetched when it is needed, or before by `preload`. One that is already
 * here is shown at once: `lazy` alone would show the fallback for a moment.
 */
export const lazyScreen = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let loaded: ComponentType<Props> | undefined
  const preload = async () => {
    loaded ??= await load()
    return { default: loaded }
  }
  const Fetched: ComponentType<Props> = lazy(preload)
  const LazyScreen = (props: Props) => {
    const [Screen] = useState(() => loaded ?? Fetched)
    return <Screen {...props} />
  }
  return Object.assign(LazyScreen, { preload })
}
