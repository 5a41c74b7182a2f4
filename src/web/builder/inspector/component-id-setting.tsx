import { useState } from 'react'
import { renameComponent } from '#domain/flow/compose-operations.ts'
import { reservedIds } from '#domain/flow/reserved-ids.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { SettingSlot } from '#web/component-views/shared/setting-controls.tsx'
import { toPlainMessage, toSentence } from '#web/component-views/shared/to-plain-message.ts'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { attempt } from '../actions/edit-commands.ts'
import { selectComponent } from '../actions/select-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'

const findObjection = (builder: Builder, id: string, wanted: string): string | undefined => {
  if (wanted === id) return undefined
  const { error } = componentIdSchema.safeParse(wanted, { error: toPlainMessage })
  if (error) return toSentence(error.issues[0]?.message ?? 'is not valid')
  if (reservedIds.has(wanted)) return 'A task has a key of its own by that name.'
  if (Object.hasOwn(flowOf(builder).componentsById, wanted)) return 'Another component has this id.'
  return undefined
}

/**
 * The id of a component. It changes when the field is left or Enter is pressed, not letter by letter:
 * everything that refers to it changes along.
 */
export const ComponentIdSetting = ({ id }: { id: string }) => {
  const builder = useBuilder()
  const [wanted, setWanted] = useState(id)
  const objection = findObjection(builder, id, wanted)
  const commit = () => {
    if (objection !== undefined || wanted === id) return
    if (attempt(builder, renameComponent(flowOf(builder), id, wanted))) {
      selectComponent(builder, wanted)
    }
  }
  return (
    <SettingSlot name="id">
      <Field label="Id" description="The key of the answer on the task." error={objection}>
        {(control) => (
          <Input
            {...control}
            value={wanted}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => setWanted(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => event.key === 'Enter' && commit()}
          />
        )}
      </Field>
    </SettingSlot>
  )
}
