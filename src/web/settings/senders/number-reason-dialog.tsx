import { useState } from 'react'
import { toMessage } from '#web/shared/api-error.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { useTakeStep } from './arranged-number-queries.ts'

const words = {
  refuse: {
    title: 'Refuse the number?',
    description: 'The organisation reads the reason, and can ask again.',
    button: 'Refuse',
  },
  suspend: {
    title: 'Suspend the number?',
    description:
      'At once no code goes out by it. The organisation reads the reason; you can resume it.',
    button: 'Suspend',
  },
}

interface NumberReasonDialogProps {
  organizationId: string
  step: keyof typeof words
  onClose: () => void
}

/** Refuses or suspends a number, and says why. */
export const NumberReasonDialog = ({ organizationId, step, onClose }: NumberReasonDialogProps) => {
  const take = useTakeStep(organizationId)
  const [note, setNote] = useState('')
  const { title, description, button } = words[step]
  return (
    <FormDialog
      danger
      title={title}
      description={description}
      action={button}
      busy={take.isPending}
      ready={note.trim() !== ''}
      onSubmit={() => take.mutate({ step, note }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label="Reason" error={take.error === null ? undefined : toMessage(take.error)}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={1_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
