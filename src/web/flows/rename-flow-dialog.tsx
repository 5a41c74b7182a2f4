import { useState } from 'react'
import type { FlowSummary } from '#contract/flow-contract.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { useRenameFlow } from './flow-queries.ts'

interface RenameFlowDialogProps {
  flow: FlowSummary
  onClose: () => void
}

/** Gives a flow another name. */
export const RenameFlowDialog = ({ flow, onClose }: RenameFlowDialogProps) => {
  const rename = useRenameFlow()
  const [name, setName] = useState(flow.name)
  const wanted = name.trim()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename flow"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="rename-flow"
            busy={rename.isPending}
            disabled={wanted === ''}
          >
            Rename
          </Button>
        </>
      }
    >
      <form
        id="rename-flow"
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted === flow.name) onClose()
          else rename.mutate({ flow, name: wanted }, { onSuccess: onClose })
        }}
      >
        <Field label="Name" error={rename.error === null ? undefined : toMessage(rename.error)}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={100}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
