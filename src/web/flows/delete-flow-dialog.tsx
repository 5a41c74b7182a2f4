import type { FlowSummary } from '#contract/flow-contract.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
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
    <ConfirmDialog
      title={`Delete "${flow.name}"?`}
      description="It goes to the trash, where it can be restored for 30 days. Tasks that were made from it keep working."
      action="Delete"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(flow.id, {
          onSuccess: () => {
            toast(`"${flow.name}" is in the trash`)
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
