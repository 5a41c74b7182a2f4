import type { FlowSummary } from '#contract/flow-contract.ts'
import { NameDialog } from '#web/shared/name-dialog.tsx'
import { useRenameFlow } from './flow-queries.ts'

interface RenameFlowDialogProps {
  flow: FlowSummary
  onClose: () => void
}

/** Gives a flow another name. */
export const RenameFlowDialog = ({ flow, onClose }: RenameFlowDialogProps) => {
  const rename = useRenameFlow()
  return (
    <NameDialog
      title="Rename flow"
      action="Rename"
      name={flow.name}
      description={null}
      busy={rename.isPending}
      error={rename.error}
      onSubmit={({ name }) => {
        if (name === flow.name) onClose()
        else rename.mutate({ flow, name }, { onSuccess: onClose })
      }}
      onClose={onClose}
    />
  )
}
