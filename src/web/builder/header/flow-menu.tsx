import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy, Download, Ellipsis, Save, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { toFlowDocument } from '#domain/flow/flow-state.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { MenuButton } from '#web/ui/menu-button.tsx'
import { saveAction } from '../actions/builder-actions.ts'
import { type Builder, flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'

/** Hands the document to the browser as a file. */
const download = (builder: Builder): void => {
  const flow = flowOf(builder)
  const file = new Blob([`${JSON.stringify(toFlowDocument(flow), null, 2)}\n`], {
    type: 'application/json',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${flow.settings.name}.sandi.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** What else can be done with the flow: duplicate, export, delete. */
export const FlowMenu = () => {
  const builder = useBuilder()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const onError = (error: unknown) => builder.notify(toMessage(error), { tone: 'error' })
  const param = { flowId: builder.flowId }
  const duplicate = useMutation({
    mutationFn: async () => {
      await builder.autosave.flush()
      return call(api.v1.flows[':flowId'].duplicate.$post({ param }))
    },
    onSuccess: ({ id }) => navigate(`/flows/${id}`),
    onError,
  })
  const remove = useMutation({
    mutationFn: () => call(api.v1.flows[':flowId'].$delete({ param })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['flows'] })
      navigate('/flows')
    },
    onError,
  })
  return (
    <>
      <MenuButton
        items={[
          { label: 'Save', icon: Save, onSelect: () => saveAction.run(builder) },
          { label: 'Duplicate', icon: Copy, onSelect: () => duplicate.mutate() },
          { label: 'Export as JSON', icon: Download, onSelect: () => download(builder) },
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
        <Dialog
          open
          onOpenChange={setAsking}
          title="Delete this flow?"
          description="Tasks that were made from it keep working."
          footer={
            <>
              <Button onClick={() => setAsking(false)}>Cancel</Button>
              <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
                Delete
              </Button>
            </>
          }
        />
      )}
    </>
  )
}
