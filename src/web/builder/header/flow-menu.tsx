import { useMutation } from '@tanstack/react-query'
import {
  Copy,
  Download,
  Ellipsis,
  FileUp,
  GitCommitVertical,
  History,
  Keyboard,
  LayoutTemplate,
  type LucideIcon,
  Play,
  Redo2,
  Replace,
  Save,
  Search,
  Trash2,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { MenuButton } from '#web/ui/menu-button.tsx'
import type { MenuItem } from '#web/ui/menu-item.ts'
import type { BuilderAction } from '../actions/builder-action.ts'
import { getAction, saveAction } from '../actions/builder-actions.ts'
import { shortcutOf } from '../actions/shortcuts.ts'
import type { Builder } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'

const DeleteFlowDialog = lazy(async () => ({
  default: (await import('./delete-flow-dialog.tsx')).DeleteFlowDialog,
}))

/** Actions that a small screen has no room for elsewhere. */
const shownActions: readonly [name: string, icon: LucideIcon][] = [
  ['preview', Play],
  ['redo', Redo2],
  ['history', History],
  ['command-palette', Search],
  ['find-replace', Replace],
  ['cheat-sheet', Keyboard],
  ['versions', GitCommitVertical],
]

const toItem = (builder: Builder, action: BuilderAction, icon: LucideIcon): MenuItem => {
  const shortcut = shortcutOf(action)
  // The menu gives the focus back first; what is opened then takes it.
  const onSelect = () => void setTimeout(() => action.run(builder))
  return { label: action.label, icon, onSelect, ...(shortcut !== undefined && { shortcut }) }
}

/** What else can be done with the flow: duplicate, export, delete. */
export const FlowMenu = () => {
  const builder = useBuilder()
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const onError = (error: unknown) => builder.notify(toMessage(error), { tone: 'error' })
  const openOverlay = (kind: 'save-template') => builder.session.setState({ overlay: { kind } })
  const param = { flowId: builder.flowId }
  const duplicate = useMutation({
    mutationFn: async () => {
      await builder.autosave.flush()
      return call(api.v1.flows[':flowId'].duplicate.$post({ param }))
    },
    onSuccess: ({ id }) => navigate(`/flows/${id}`),
    onError,
  })
  return (
    <>
      <MenuButton
        items={[
          { label: 'Save', icon: Save, onSelect: () => saveAction.run(builder) },
          ...shownActions.map(([name, icon]) => toItem(builder, getAction(name), icon)),
          { label: 'Duplicate', icon: Copy, separator: true, onSelect: () => duplicate.mutate() },
          {
            label: 'Save as Template',
            icon: LayoutTemplate,
            onSelect: () => void setTimeout(() => openOverlay('save-template')),
          },
          toItem(builder, getAction('import'), FileUp),
          toItem(builder, getAction('export'), Download),
          {
            label: 'Delete',
            icon: Trash2,
            destructive: true,
            separator: true,
            onSelect: () => setAsking(true),
          },
        ]}
        trigger={(props) => (
          <IconButton icon={Ellipsis} label="More" tooltipSide="left" {...props} />
        )}
      />
      {isAsking && (
        <Suspense fallback={null}>
          <DeleteFlowDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
