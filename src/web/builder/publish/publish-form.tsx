import { useState } from 'react'
import type { FlowAuthor } from '#contract/flow-version-contract.ts'
import { DifferenceList } from '#web/shared/flow-view/difference-list.tsx'
import { FlowView } from '#web/shared/flow-view/flow-view.tsx'
import { FlowViewPair } from '#web/shared/flow-view/flow-view-pair.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { PublishCost } from './publish-cost.tsx'
import type { PublishPreview } from './publish-query.ts'

interface PublishFormProps {
  preview: PublishPreview
  limits: { name: number; note: number }
  onSubmit: (input: { name: string; note: string }) => void
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Whose edits are included, and how many each. */
const Authors = ({ authors }: { authors: readonly FlowAuthor[] }) =>
  authors.length === 0 ? null : (
    <p className="text-muted text-sm">
      Edited by{' '}
      {authors.map(({ by, byId, edits }, index) => (
        <span key={byId}>
          {index > 0 && ', '}
          <span className="font-medium text-ink">{by}</span> ({count(edits, 'edit')})
        </span>
      ))}
    </p>
  )

const Naming = ({ limits, onSubmit }: Pick<PublishFormProps, 'limits' | 'onSubmit'>) => {
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  return (
    <form
      id="publish"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ name: name.trim(), note: note.trim() })
      }}
    >
      <Field label="Name of the version (optional)">
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={limits.name}
            placeholder="For example: WhatsApp first"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label="Note (optional)">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={note}
            maxLength={limits.note}
            placeholder="Why it changes"
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
    </form>
  )
}

/** What publishing changes, in words and on two canvases, and what the version is to be called. */
export const PublishForm = ({ preview, limits, onSubmit }: PublishFormProps) => {
  const { draft, published, authors } = preview
  const pages = count(draft.pageOrder.length, 'page')
  const components = count(Object.keys(draft.componentsById).length, 'component')
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] gap-4 max-sm:auto-rows-max sm:grid-cols-[20rem_minmax(0,1fr)] sm:grid-rows-1">
      <div className="flex min-h-0 flex-col gap-4">
        <Naming limits={limits} onSubmit={onSubmit} />
        <Authors authors={authors} />
        <PublishCost
          publishedVersion={published ? preview.nextVersion - 1 : null}
          revision={preview.revision}
        />
        <section
          aria-label="What changes"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
          tabIndex={0}
          className="grow rounded-md pr-1 sm:min-h-24 sm:overflow-y-auto"
        >
          {published ? (
            <DifferenceList groups={published.groups} />
          ) : (
            <p className="text-ink text-sm">
              {pages} with {components}.
            </p>
          )}
        </section>
      </div>
      <div className="flex min-h-0 flex-col max-sm:h-[26rem]">
        {published ? (
          <FlowViewPair
            before={{
              label: `Version ${preview.nextVersion - 1}`,
              flow: published.difference.before,
            }}
            after={{ label: `Version ${preview.nextVersion}`, flow: draft }}
            difference={published.difference}
          />
        ) : (
          <FlowView
            label="What is published"
            flow={draft}
            className="grow overflow-hidden rounded-lg ring-1 ring-line"
          />
        )}
      </div>
    </div>
  )
}
