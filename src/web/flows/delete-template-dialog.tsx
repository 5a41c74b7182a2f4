import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { toast } from '#web/ui/toast.ts'
import { type Template, useDeleteTemplate } from './template-queries.ts'

interface DeleteTemplateDialogProps {
  template: Template
  onClose: () => void
}

/** Asks before a template is deleted. */
export const DeleteTemplateDialog = ({ template, onClose }: DeleteTemplateDialogProps) => {
  const remove = useDeleteTemplate()
  return (
    <ConfirmDialog
      title={`Delete the template "${template.name}"?`}
      description="This can't be undone. Flows that were made from it stay as they are."
      action="Delete"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(template.id, {
          onSuccess: () => {
            toast(`The template "${template.name}" was deleted`)
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
