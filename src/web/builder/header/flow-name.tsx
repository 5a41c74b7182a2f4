import { useEffect, useRef, useState } from 'react'
import { isReservedName } from '#domain/flow/flow-name.ts'
import { flowSettingsSchema } from '#domain/flow/flow-schema.ts'
import { attempt } from '../actions/edit-commands.ts'
import { useBuilder, useFlow, useSession } from '../builder-context.tsx'

/** The flow's name: a heading that is renamed where it stands. */
export const FlowName = () => {
  const builder = useBuilder()
  const name = useFlow((flow) => flow.settings.name)
  const [draft, setDraft] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const isRenaming = useSession(({ renaming }) => renaming?.place === 'header')
  useEffect(() => {
    if (!isRenaming) return
    builder.session.setState({ renaming: undefined })
    field.current?.select()
  }, [builder, isRenaming])
  const commit = () => {
    const parsed = flowSettingsSchema.shape.name.safeParse(draft)
    if (draft !== undefined && parsed.success && parsed.data !== name) {
      attempt(builder, { type: 'flow.update', changes: { name: parsed.data } })
    }
    if (draft !== undefined && isReservedName(draft)) {
      builder.notify(`"${draft.trim()}" is reserved: choose another name`, { tone: 'error' })
    }
    setDraft(undefined)
  }
  return (
    <h1 ref={heading} tabIndex={-1} className="min-w-0 shrink rounded-md text-base outline-none">
      <input
        ref={field}
        aria-label="Flow name"
        value={draft ?? name}
        maxLength={100}
        spellCheck={false}
        style={{ width: `${Math.min(Math.max((draft ?? name).length + 2, 8), 40)}ch` }}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(undefined)
          if (event.key === 'Enter') heading.current?.focus()
        }}
        className="h-8 max-w-full truncate rounded-md bg-transparent px-2 font-semibold text-ink hover:bg-subtle focus:bg-subtle"
      />
    </h1>
  )
}
