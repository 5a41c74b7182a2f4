import { Plus } from 'lucide-react'
import { useState } from 'react'
import { getPage } from '#domain/flow/flow-state.ts'
import { addPreset } from '../actions/edit-commands.ts'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { AddComponentMenu } from './add-component-menu.tsx'
import { pageSize } from './canvas-projection.ts'

/** Adds a component at the end of a page. */
export const AddComponentButton = ({
  pageId,
  pageTitle,
}: {
  pageId: string
  pageTitle: string
}) => {
  const builder = useBuilder()
  const [isOpen, setOpen] = useState(false)
  const label = `Add a component to ${pageTitle}`
  const button = (
    <button
      type="button"
      aria-label={label}
      onClick={() => setOpen(true)}
      className="flex h-8 w-full items-center justify-center gap-1.5 rounded-lg border border-control/50 border-dashed font-medium text-muted text-xs hover:border-accent hover:text-accent-ink"
    >
      <Plus aria-hidden="true" className="size-3.5" />
      Add
    </button>
  )
  return (
    <div style={{ height: pageSize.footer }} className="px-2 pt-1.5">
      {isOpen ? (
        <AddComponentMenu
          label={label}
          trigger={button}
          onClosed={() => setOpen(false)}
          onPick={({ typeName, preset }) => {
            const index = getPage(flowOf(builder), pageId).componentOrder.length
            addPreset(builder, typeName, preset, { pageId, index })
            setOpen(false)
          }}
        />
      ) : (
        button
      )}
    </div>
  )
}
