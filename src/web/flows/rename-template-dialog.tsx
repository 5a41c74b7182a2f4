import { NameDialog } from '#web/shared/name-dialog.tsx'
import { type Template, useRenameTemplate } from './template-queries.ts'

interface RenameTemplateDialogProps {
  template: Template
  onClose: () => void
}

/** Gives a template another name or description. */
export const RenameTemplateDialog = ({ template, onClose }: RenameTemplateDialogProps) => {
  const rename = useRenameTemplate()
  return (
    <NameDialog
      title="Rename template"
      action="Rename"
      name={template.name}
      description={template.description}
      busy={rename.isPending}
      error={rename.error}
      onSubmit={(named) =>
        rename.mutate({ templateId: template.id, ...named }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  )
}
