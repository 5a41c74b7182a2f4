import { useState } from 'react'
import type { BrandedNumber } from '#contract/sender-contract.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { useSession } from '#web/shared/session.ts'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { findFieldError, findFormError } from './find-field-error.ts'
import { useRequestNumber } from './sender-queries.ts'

interface RequestNumberDialogProps {
  hasOfficialNumber: boolean
  /** What was asked for and refused. */
  before: BrandedNumber | null
  onClose: () => void
}

/** Asks the platform operator for a WhatsApp number of the organisation's own. */
export const RequestNumberDialog = (props: RequestNumberDialogProps) => {
  const { hasOfficialNumber, before, onClose } = props
  const { organisation } = useSession()
  const request = useRequestNumber()
  const [displayName, setDisplayName] = useState(before?.displayName ?? organisation.name)
  const [phoneNumber, setPhoneNumber] = useState(before?.phoneNumber ?? '')
  const [reason, setReason] = useState(before?.reason ?? '')
  const [fallsBack, setFallsBack] = useState(hasOfficialNumber)
  const isComplete = [displayName, phoneNumber, reason].every((text) => text.trim() !== '')
  const { error } = request
  return (
    <FormDialog
      title="Request a branded number"
      description="The platform operator looks at the request and arranges the number with Meta. That can take days."
      action="Send the request"
      busy={request.isPending}
      ready={isComplete}
      error={findFormError(error)}
      onSubmit={() =>
        request.mutate({ displayName, phoneNumber, reason, fallsBack }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Field
        label="Display name"
        description="What recipients see. Meta wants the name of your organisation in it."
        error={findFieldError(error, 'displayName')}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={displayName}
            onChange={({ target }) => setDisplayName(target.value)}
          />
        )}
      </Field>
      <Field
        label="Phone number"
        description="With its country code. It must be yours, and not be on WhatsApp yet."
        error={findFieldError(error, 'phoneNumber')}
      >
        {(control) => (
          <Input
            {...control}
            type="tel"
            placeholder="+62 21 5088 9000"
            value={phoneNumber}
            onChange={({ target }) => setPhoneNumber(target.value)}
          />
        )}
      </Field>
      <Field
        label="Reason"
        description="What the number is for."
        error={findFieldError(error, 'reason')}
      >
        {(control) => (
          <Textarea
            {...control}
            maxLength={1_000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {hasOfficialNumber && (
        <Switch
          label="Fall back to the official number"
          description="Until yours is active, and when Meta refuses it. Otherwise no code can be sent by WhatsApp meanwhile."
          checked={fallsBack}
          onChange={setFallsBack}
        />
      )}
    </FormDialog>
  )
}
