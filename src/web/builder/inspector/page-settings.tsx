import { Trash2 } from 'lucide-react'
import { z } from 'zod'
import { pageSchema } from '#domain/flow/flow-schema.ts'
import type { PageState } from '#domain/flow/flow-state.ts'
import { TextSetting } from '#web/component-views/shared/setting-controls.tsx'
import { useSettingsForm } from '#web/component-views/shared/use-settings-form.ts'
import { Button } from '#web/ui/button.tsx'
import { attempt } from '../actions/edit-commands.ts'
import { removeSelected } from '../actions/remove-commands.ts'
import { useBuilder } from '../builder-context.tsx'
import { KeptForeign } from './kept-foreign.tsx'
import { NextSettings } from './next-settings.tsx'

const schema = z.object({ title: pageSchema.shape.title })

/** The settings of one page. */
export const PageSettings = ({ page }: { page: PageState }) => {
  const builder = useBuilder()
  const isInitial = page.kind === 'initial'
  const form = useSettingsForm({
    schema,
    values: { title: page.title },
    onChange: ({ title }) => {
      if (title === undefined) return
      const pageId = page.id
      attempt(builder, { type: 'page.update', pageId, changes: { title } }, `${pageId}/title`)
    },
    onLeave: builder.editor.seal,
  })
  return (
    <form
      aria-label={`Settings of ${page.title}`}
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => event.preventDefault()}
    >
      <TextSetting name="title" label="Title" setting={form.setting('title')} />
      <p className="text-muted text-sm">
        {isInitial
          ? 'Initial Page: filled in when the task is created. An OTP cannot stand here: there is no task yet.'
          : 'Mobile App Page: the field worker fills it in on the phone, step by step.'}
      </p>
      <NextSettings page={page} />
      <KeptForeign
        foreign={page.foreign}
        onChange={(foreign) =>
          attempt(builder, { type: 'page.update', pageId: page.id, changes: { foreign } })
        }
      />
      {!isInitial && (
        <Button className="self-start" onClick={() => removeSelected(builder)}>
          <Trash2 aria-hidden="true" className="size-4" />
          Delete page
        </Button>
      )}
    </form>
  )
}
