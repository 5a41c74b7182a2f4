import { type ComponentType, useEffect, useState } from 'react'

/** Code that is fetched when it is needed, or before by `preload`. */
export interface Fetched {
  isHere: () => boolean
  preload: () => Promise<unknown>
}

/** A screen whose code is fetched; to be shown only where `useFetched` says that it is here. */
export const lazyScreen = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let loaded: ComponentType<Props> | undefined
  const preload = async () => {
    loaded ??= await load()
  }
  const LazyScreen = (props: Props) => {
    if (loaded === undefined) throw new Error('a screen was shown before its code was here')
    const Screen = loaded
    return <Screen {...props} />
  }
  return Object.assign(LazyScreen, { preload, isHere: () => loaded !== undefined })
}

/**
 * Whether the code of a screen is here; fetches it otherwise, and throws what went wrong with that.
 * React's `lazy` would hold a screen back for 300 ms when another fallback was shown just before.
 */
export const useFetched = (screen: Fetched): boolean => {
  const [, setArrived] = useState<Fetched>()
  const [failure, setFailure] = useState<{ error: unknown }>()
  useEffect(() => {
    // It may have come since this was rendered.
    if (screen.isHere()) return setArrived(screen)
    let isGone = false
    screen.preload().then(
      () => !isGone && setArrived(screen),
      (error: unknown) => !isGone && setFailure({ error }),
    )
    return () => {
      isGone = true
    }
  }, [screen])
  if (failure) throw failure.error
  return screen.isHere()
}
