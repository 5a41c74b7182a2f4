import { useState } from 'react'
import { longestTitle } from '#domain/shared/title-schema.ts'
import { rename } from '../actions/rename-commands.ts'
import { restoreCanvasFocus } from '../actions/restore-canvas-focus.ts'
import { useBuilder } from '../builder-context.tsx'

interface TitleInputProps {
  /** A page's or component's. */
  id: string
  title: string
}

/** Edits a title where it stands: Enter or leaving takes it over, Escape does not. */
export const TitleInput = ({ id, title }: TitleInputProps) => {
  const builder = useBuilder()
  const [cameFrom] = useState(() => document.activeElement)
  const close = () => builder.session.setState({ renaming: undefined })
  const goBack = () => {
    // A row of the canvas stood in the input's place and is made anew.
    requestAnimationFrame(() => {
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
      else restoreCanvasFocus(builder)
    })
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: renaming was asked for here
      autoFocus
      aria-label={`Title of ${title}`}
      defaultValue={title}
      maxLength={longestTitle}
      spellCheck={false}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => {
        rename(builder, id, currentTarget.value)
        close()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') {
          event.currentTarget.value = title
          event.currentTarget.blur()
          goBack()
        }
        if (event.key === 'Enter') {
          event.currentTarget.blur()
          goBack()
        }
      }}
      className="nodrag nopan nokey h-7 w-full min-w-0 rounded-md bg-surface px-1.5 text-ink text-sm ring-2 ring-accent"
    />
  )
}
