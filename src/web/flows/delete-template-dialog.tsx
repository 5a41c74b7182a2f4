import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
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
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete the template "${template.name}"?`}
      description="This can't be undone. Flows that were made from it stay as they are."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(template.id, {
                onSuccess: () => {
                  toast(`The template "${template.name}" was deleted`)
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
