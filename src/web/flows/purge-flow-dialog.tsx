import type { TrashedFlow } from '#contract/flow-trash-contract.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { toast } from '#web/ui/toast.ts'
import { usePurgeFlow } from './trash-queries.ts'

interface PurgeFlowDialogProps {
  flow: TrashedFlow
  onClose: () => void
}

/** Asks before a flow is deleted for good. */
export const PurgeFlowDialog = ({ flow, onClose }: PurgeFlowDialogProps) => {
  const purge = usePurgeFlow()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete "${flow.name}" for good?`}
      description="This can't be undone. Tasks that were made from it keep working."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            busy={purge.isPending}
            onClick={() =>
              purge.mutate(flow.id, {
                onSuccess: () => {
                  toast(`"${flow.name}" was deleted for good`)
                  onClose()
                },
              })
            }
          >
            Delete for good
          </Button>
        </>
      }
    />
  )
}
