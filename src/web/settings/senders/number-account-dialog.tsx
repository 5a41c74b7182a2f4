import { useState } from 'react'
import type { ArrangedNumber } from '#contract/sender-contract.ts'
import { FormDialog } from '#web/shared/form-dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { type NumberAccount, useChangeAccount, useTakeStep } from './arranged-number-queries.ts'
import { findFieldError, findFormError } from './find-field-error.ts'

interface NumberAccountDialogProps {
  number: ArrangedNumber
  /** Whether the number is activated by it. */
  isActivating: boolean
  onClose: () => void
}

type Texts = Record<keyof NumberAccount, string>

const describeKept = (kept: ArrangedNumber['accessToken'], otherwise: string): string =>
  kept === null ? otherwise : `Empty: the one that ends in …${kept.ending} stays.`

/** Where a number is at Meta. Secrets can be set here, and never be read. */
export const NumberAccountDialog = (props: NumberAccountDialogProps) => {
  const { number, isActivating, onClose } = props
  const { id } = number.organisation
  const step = useTakeStep(id)
  const change = useChangeAccount(id)
  const [texts, setTexts] = useState<Texts>({
    phoneNumberId: number.phoneNumberId ?? '',
    businessAccountId: number.businessAccountId ?? '',
    accessToken: '',
    appSecret: '',
  })
  const error = step.error ?? change.error
  const isComplete =
    texts.phoneNumberId.trim() !== '' &&
    texts.businessAccountId.trim() !== '' &&
    (texts.accessToken.trim() !== '' || number.accessToken !== null)
  const save = () => {
    const account = {
      ...texts,
      accessToken: texts.accessToken.trim() || null,
      appSecret: texts.appSecret.trim() || null,
    }
    if (isActivating) step.mutate({ step: 'activate', account }, { onSuccess: onClose })
    else change.mutate(account, { onSuccess: onClose })
  }
  const field = (name: keyof Texts, label: string, description?: string) => (
    <Field label={label} description={description} error={findFieldError(error, name)}>
      {(control) => (
        <Input
          {...control}
          type={name === 'accessToken' || name === 'appSecret' ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={false}
          value={texts[name]}
          onChange={({ target }) => setTexts({ ...texts, [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <FormDialog
      title={isActivating ? `Activate ${number.displayName}` : `Account of ${number.displayName}`}
      description="As Meta shows it under WhatsApp Manager. Tokens are kept encrypted and shown to nobody."
      action={isActivating ? 'Activate' : 'Save'}
      busy={step.isPending || change.isPending}
      ready={isComplete}
      error={findFormError(error)}
      onSubmit={save}
      onClose={onClose}
    >
      {field('phoneNumberId', 'Phone number id')}
      {field('businessAccountId', 'Business account id')}
      {field(
        'accessToken',
        'Access token',
        describeKept(number.accessToken, 'Of a system user, without an end.'),
      )}
      {field(
        'appSecret',
        'App secret',
        describeKept(
          number.appSecret,
          `Only for a Meta app of its own, whose webhook goes to ${location.origin}/webhooks/whatsapp/${id}`,
        ),
      )}
    </FormDialog>
  )
}
