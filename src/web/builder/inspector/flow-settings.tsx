import { flowSettingsSchema } from '#domain/flow/flow-schema.ts'
import { type MessageLanguage, messageLanguages } from '#domain/otp/message-language.ts'
import { ChoiceSetting, TextSetting } from '#web/component-views/shared/setting-controls.tsx'
import { useSettingsForm } from '#web/component-views/shared/use-settings-form.ts'
import { attempt } from '../actions/edit-commands.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { PublishedBadge } from '../header/published-badge.tsx'
import { KeptForeign } from './kept-foreign.tsx'

/** The settings of the flow itself, and how large it is. */
export const FlowSettings = () => {
  const builder = useBuilder()
  const settings = useFlow((flow) => flow.settings)
  const pageCount = useFlow((flow) => flow.pageOrder.length)
  const componentCount = useFlow((flow) => Object.keys(flow.componentsById).length)
  const { componentLimit } = builder.organisation
  const form = useSettingsForm({
    schema: flowSettingsSchema,
    values: settings,
    onChange: (changes, name) =>
      attempt(builder, { type: 'flow.update', changes }, name && `flow/${name}`),
    onLeave: builder.editor.seal,
  })
  return (
    <form
      aria-label="Settings of the flow"
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => event.preventDefault()}
    >
      <TextSetting name="name" label="Name" setting={form.setting('name')} />
      <TextSetting
        name="description"
        label="Description"
        rows={3}
        setting={form.setting('description')}
        placeholder="What the flow is for"
      />
      <ChoiceSetting
        name="language"
        label="Message language"
        description="What the recipient of a code reads. WhatsApp knows all of these; SMS and Email are in English or Indonesian."
        value={settings.language}
        onChange={(language) => form.changeAll({ language: language as MessageLanguage })}
      >
        {Object.entries(messageLanguages).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceSetting>
      <dl className="grid grid-cols-2 gap-y-1 border-line border-t pt-4 text-sm">
        <dt className="text-muted md:hidden">State</dt>
        <dd className="text-right md:hidden">
          <PublishedBadge />
        </dd>
        <dt className="text-muted">Pages</dt>
        <dd className="text-right tabular-nums">{pageCount}</dd>
        <dt className="text-muted">Components</dt>
        <dd className="text-right tabular-nums">
          {componentLimit === null ? componentCount : `${componentCount} / ${componentLimit}`}
        </dd>
      </dl>
      <KeptForeign
        foreign={settings.foreign}
        onChange={(foreign) => attempt(builder, { type: 'flow.update', changes: { foreign } })}
      />
    </form>
  )
}
