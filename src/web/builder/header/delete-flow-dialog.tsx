import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { useBuilder } from '../builder-context.tsx'

/** Asks once more before the flow is deleted. */
export const DeleteFlowDialog = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const param = { flowId: builder.flowId }
  const remove = useMutation({
    mutationFn: () => call(api.v1.flows[':flowId'].$delete({ param })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['flows'] })
      navigate('/flows')
    },
    onError: (error: unknown) => builder.notify(toMessage(error), { tone: 'error' }),
  })
  return (
    <ConfirmDialog
      title="Delete this flow?"
      description="It goes to the trash, where it can be restored for 30 days. Tasks that were made from it keep working."
      action="Delete"
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
