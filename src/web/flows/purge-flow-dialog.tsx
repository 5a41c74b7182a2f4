import type { TrashedFlow } from '#contract/flow-trash-contract.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { toast } from '#web/ui/toast.ts'
import { usePurgeFlow } from './trash-queries.ts'

interface PurgeFlowDialogProps {
  flow: TrashedFlow
  onClose: () => void
}

/** Asks before a flow is deleted for good. */
export const PurgeFlowDialog = ({ flow, onClose }: PurgeFlowDialogProps) => {
  const remove = usePurgeFlow()
  return (
    <ConfirmDialog
      title={`Delete "${flow.name}" for good?`}
      description="This can't be undone. Tasks that were made from it keep working."
      action="Delete for good"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(flow.id, {
          onSuccess: () => {
            toast(`"${flow.name}" was deleted for good`)
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
