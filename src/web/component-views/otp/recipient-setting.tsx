import { Plus } from 'lucide-react'
import type { FieldInSight } from '#domain/components/component-problem.ts'
import { findRecipientObjection } from '#domain/components/otp/otp-recipient.ts'
import { type Channel, recipientKindLabels, recipientKindOf } from '#domain/otp/channel.ts'
import { withArticle } from '#domain/shared/to-words.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceSetting } from '../shared/setting-controls.tsx'

interface RecipientSettingProps {
  channel: Channel
  value: string | null
  fields: readonly FieldInSight[]
  onChange: (fieldId: string | null) => void
  onCreate: () => void
}

const groupByPage = (fields: readonly FieldInSight[]) => {
  const groups = new Map<string, { title: string; fields: FieldInSight[] }>()
  for (const field of fields) {
    const group = groups.get(field.pageId) ?? { title: field.pageTitle, fields: [] }
    groups.set(field.pageId, { ...group, fields: [...group.fields, field] })
  }
  return [...groups]
}

const FieldOption = ({ field, channel }: { field: FieldInSight; channel: Channel }) => {
  const objection = findRecipientObjection(field, channel)
  return (
    <option value={field.id} disabled={objection?.severity === 'error'}>
      {objection === undefined ? field.title : `${field.title} – ${objection.reason}`}
    </option>
  )
}

/**
 * Recipient Field: all fields of the flow by page. Those that do not fit are there too, disabled,
 * with the reason.
 */
export const RecipientSetting = (props: RecipientSettingProps) => {
  const { channel, value, fields, onChange, onCreate } = props
  const others = fields.filter(({ place }) => place !== 'itself')
  const chosen = others.find(({ id }) => id === value)
  const objection = chosen && findRecipientObjection(chosen, channel)
  const needed = recipientKindLabels[recipientKindOf(channel)]
  const hasFitting = others.some(
    (field) => findRecipientObjection(field, channel)?.severity !== 'error',
  )
  const isLost = value !== null && chosen === undefined
  return (
    // The button below is a part of the setting: what has mended it passes the focus on to it.
    <div data-setting="recipientField" className="flex flex-col gap-2">
      <ChoiceSetting
        name="recipientField"
        label="Recipient Field"
        value={value ?? ''}
        error={
          isLost
            ? 'This field no longer exists.'
            : objection?.severity === 'error'
              ? objection.message
              : undefined
        }
        description={objection?.severity === 'warning' ? objection.message : undefined}
        onChange={(id) => onChange(id === '' ? null : id)}
      >
        <option value="">{hasFitting ? 'Choose a field' : `No ${needed} field before it`}</option>
        {isLost && <option value={value}>{`${value} – deleted`}</option>}
        {groupByPage(others).map(([pageId, group]) => (
          <optgroup key={pageId} label={group.title}>
            {group.fields.map((field) => (
              <FieldOption key={field.id} field={field} channel={channel} />
            ))}
          </optgroup>
        ))}
      </ChoiceSetting>
      {!hasFitting && (
        <Button
          size="small"
          className="h-auto! min-h-7 self-start whitespace-normal! py-1 text-left"
          onClick={onCreate}
        >
          <Plus aria-hidden="true" className="size-3.5" />
          {`Add ${withArticle(needed)} field to the Initial Page`}
        </Button>
      )}
    </div>
  )
}
