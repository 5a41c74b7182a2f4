import { useState } from 'react'
import type { Role } from '#contract/session-contract.ts'
import { day } from '#domain/shared/clock.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { RoleField } from '../role-field.tsx'
import { SecretText } from '../secret-text.tsx'
import { useCreateApiKey } from './api-key-queries.ts'

/** How long a key may live, in days; 0 for as long as nobody revokes it. */
const lifetimes = [
  [30, '30 days'],
  [90, '90 days'],
  [365, 'One year'],
  [0, 'Until it is revoked'],
] as const

const toExpiry = (days: number): string | null =>
  days === 0 ? null : new Date(Date.now() + days * day).toISOString()

/** Makes a key, and shows it this once. */
export const CreateApiKeyDialog = ({ onClose }: { onClose: () => void }) => {
  const create = useCreateApiKey()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('planner')
  const [days, setDays] = useState(90)
  if (create.data) return <CreatedDialog token={create.data.token} onClose={onClose} />
  return (
    <FormDialog
      title="New API key"
      description="The program acts in your name, with the role that you choose. The key ends with your membership."
      action="Make the key"
      busy={create.isPending}
      ready={name.trim() !== ''}
      onSubmit={() => create.mutate({ name: name.trim(), role, expiresAt: toExpiry(days) })}
      onClose={onClose}
    >
      <Field
        label="Name"
        description="What it is for, for example Warehouse system."
        error={create.error ? toMessage(create.error) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <RoleField value={role} onChange={setRole} />
      <Field label="Valid for">
        {(control) => (
          <Select
            {...control}
            value={days}
            onChange={({ target }) => setDays(Number(target.value))}
          >
            {lifetimes.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  )
}

const CreatedDialog = ({ token, onClose }: { token: string; onClose: () => void }) => (
  <Dialog
    open
    wide
    onOpenChange={onClose}
    title="Copy the key now"
    description="It is shown this once. Keep it like a password: in the program's own secrets, never in its code."
    footer={
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <div className="flex flex-col gap-3">
      <SecretText label="Key" text={token} />
      <p className="text-muted text-sm">
        A program sends it with each request, as <code>Authorization: Bearer sandi_…</code>
      </p>
    </div>
  </Dialog>
)
