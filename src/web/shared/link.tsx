import { type ComponentProps, createContext, useContext } from 'react'
import { Link as RouterLink } from 'wouter'

/** Fetches the code of the screen at an address; given by the app, which knows the screens. */
export const PreloadContext = createContext<(href: string) => void>(() => undefined)

interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address of this app, from its root: `/flows/f1`. */
  href: string
}

/** A link to a screen, whose code is fetched when the pointer or the focus is on the link. */
export const Link = (link: LinkProps) => {
  const preload = useContext(PreloadContext)
  const onNear = () => preload(link.href)
  return <RouterLink {...link} onPointerEnter={onNear} onFocus={onNear} />
}
