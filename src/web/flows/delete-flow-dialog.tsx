import type { FlowSummary } from '#contract/flow-contract.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { toast } from '#web/ui/toast.ts'
import { useDeleteFlow } from './flow-queries.ts'

interface DeleteFlowDialogProps {
  flow: FlowSummary
  onClose: () => void
}

/** Asks before a flow goes to the trash. */
export const DeleteFlowDialog = ({ flow, onClose }: DeleteFlowDialogProps) => {
  const remove = useDeleteFlow()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete "${flow.name}"?`}
      description="It goes to the trash, where it can be restored for 30 days. Tasks that were made from it keep working."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(flow.id, {
                onSuccess: () => {
                  toast(`"${flow.name}" is in the trash`)
                  onClose()
                },
              })
            }
          >
            Delete
          </Button>
        </>
      }
    />
  )
}
