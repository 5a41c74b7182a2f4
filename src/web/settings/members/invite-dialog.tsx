import { useState } from 'react'
import type { Role } from '#contract/session-contract.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { toast } from '#web/ui/toast.ts'
import { RoleField } from '../role-field.tsx'
import { SecretText } from '../secret-text.tsx'
import { useInviteMember } from './member-queries.ts'

/** Invites somebody by email, or makes a link to be handed over. */
export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const invite = useInviteMember()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('field_user')
  const send = () =>
    invite.mutate(
      { email: email.trim(), role },
      {
        onSuccess: ({ link }) => {
          if (link !== null) return
          toast(`The invitation is on its way to ${email.trim()}`)
          onClose()
        },
      },
    )
  const link = invite.data?.link
  if (link) {
    return (
      <Dialog
        open
        wide
        onOpenChange={onClose}
        title="Hand over this link"
        description={`No mail server is set up here, so nothing was sent to ${email.trim()}. The link is shown this once and is valid for a week.`}
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <SecretText label="Link" text={link} />
      </Dialog>
    )
  }
  return (
    <FormDialog
      title="Invite somebody"
      description="They get a link by email, by which they choose a password."
      action="Invite"
      busy={invite.isPending}
      ready={email.trim() !== ''}
      onSubmit={send}
      onClose={onClose}
    >
      <Field label="Email" error={invite.error ? toMessage(invite.error) : undefined}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
      </Field>
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  )
}
