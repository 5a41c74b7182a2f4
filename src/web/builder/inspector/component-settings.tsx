import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import {
  type Component,
  type ComponentTypeName,
  componentTypeNames,
  getComponentType,
} from '#domain/components/component-registry.ts'
import { changeComponentType, createRecipientField } from '#domain/flow/compose-operations.ts'
import { findFieldsInSight, findTargetsInSight } from '#domain/flow/fields-in-sight.ts'
import type { OperationOf } from '#domain/flow/operation-schema.ts'
import { labelSetting } from '#domain/flow/setting-labels.ts'
import { getComponentView } from '#web/component-views/component-view-registry.ts'
import {
  ChoiceSetting,
  SwitchSetting,
  TextSetting,
} from '#web/component-views/shared/setting-controls.tsx'
import { useSettingsForm } from '#web/component-views/shared/use-settings-form.ts'
import { attempt } from '../actions/edit-commands.ts'
import { flowOf } from '../builder.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { ComponentIdSetting } from './component-id-setting.tsx'
import { KeptForeign } from './kept-foreign.tsx'
import { UsedBy } from './used-by.tsx'

/** How many settings a message names before it only counts. */
const namedAtMost = 3

const listDropped = (names: readonly string[]) => {
  const more = names.length - namedAtMost
  const named = names.slice(0, namedAtMost).map(labelSetting).join(', ')
  return more > 0 ? `${named} and ${more} more` : named
}

/** The settings of one component; a valid change is in the document at once. */
export const ComponentSettings = ({ component }: { component: Component }) => {
  const builder = useBuilder()
  const flow = useFlow((state) => state)
  const { id, type } = component
  const definition = getComponentType(type)
  const { Settings, asksAnswer } = getComponentView(type)
  const form = useSettingsForm<Component>({
    // It takes components of its own type, which this one is.
    schema: definition.schema as unknown as z.ZodType<Component, FieldValues>,
    values: component,
    onChange: (changes, name) =>
      attempt(
        builder,
        {
          type: 'component.update',
          componentId: id,
          changes: changes as OperationOf<'component.update'>['changes'],
        },
        name && `${id}/${name}`,
      ),
    onLeave: builder.editor.seal,
  })

  const chooseType = (typeName: ComponentTypeName) => {
    const { label, presets } = getComponentType(typeName)
    const changed = changeComponentType(component, typeName, presets[0])
    if (!attempt(builder, { type: 'component.changeType', component: changed.component })) return
    const dropped = listDropped(changed.dropped)
    builder.notify(`Changed to ${label}${dropped && `. Dropped: ${dropped}`}`, { undo: true })
  }

  return (
    <form
      aria-label={`Settings of ${component.title}`}
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => event.preventDefault()}
    >
      <TextSetting name="title" label="Title" setting={form.setting('title')} />
      <ChoiceSetting
        name="type"
        label="Component Type"
        value={type}
        onChange={(value) => chooseType(value as ComponentTypeName)}
      >
        {componentTypeNames.map((name) => (
          <option key={name} value={name}>
            {getComponentType(name).label}
          </option>
        ))}
      </ChoiceSetting>
      <Settings
        component={component}
        form={form}
        listFields={() => findFieldsInSight(flow, id)}
        listTargets={() => findTargetsInSight(flow, id)}
        onCreateRecipient={() => {
          const operation = createRecipientField(flowOf(builder), id)
          if (operation) attempt(builder, operation)
        }}
      />
      <div className="flex flex-col gap-3 border-line border-t pt-4">
        {asksAnswer && (
          <SwitchSetting name="required" label="Required" setting={form.setting('required')} />
        )}
        <SwitchSetting name="visible" label="Visible" setting={form.setting('visible')} />
      </div>
      <div className="flex flex-col gap-4 border-line border-t pt-4">
        <TextSetting
          name="helpText"
          label="Help Text"
          rows={2}
          setting={form.setting('helpText')}
          placeholder="Shown below it to the worker"
        />
        <ComponentIdSetting key={id} id={id} />
      </div>
      <UsedBy id={id} />
      <KeptForeign
        foreign={component.foreign}
        onChange={(foreign) =>
          attempt(builder, {
            type: 'component.update',
            componentId: id,
            changes: { foreign } as OperationOf<'component.update'>['changes'],
          })
        }
      />
    </form>
  )
}
