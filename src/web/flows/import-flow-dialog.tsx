import { type FormEvent, useState } from 'react'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import { useCreateFlow } from './flow-queries.ts'
import { readFlowFile } from './read-flow-file.ts'

interface ImportFlowDialogProps {
  onClose: () => void
  onCreated: (flowId: string) => void
}

/** Makes a flow from JSON: a file, or text that is pasted in. */
export const ImportFlowDialog = ({ onClose, onCreated }: ImportFlowDialogProps) => {
  const create = useCreateFlow()
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readFlowFile(text)
    setRefusal(read.ok ? undefined : read.error)
    if (read.ok) create.mutate(read.value, { onSuccess: ({ id }) => onCreated(id) })
  }
  const problems = create.error instanceof ApiError ? (create.error.problem?.errors ?? []) : []
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Import JSON"
      description="A flow that was exported from Sandi. Nothing is stored unless all of it can be read."
      wide
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="import-flow"
            busy={create.isPending}
            disabled={text.trim() === ''}
          >
            Import
          </Button>
        </>
      }
    >
      <form id="import-flow" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="File">
          {(control) => (
            <input
              {...control}
              type="file"
              accept="application/json,.json"
              className="text-muted text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border-0 file:bg-subtle file:px-3 file:font-medium file:text-ink"
              onChange={async ({ target }) => setText((await target.files?.[0]?.text()) ?? '')}
            />
          )}
        </Field>
        <Field label="Or paste JSON" error={refusal}>
          {(control) => (
            <Textarea
              {...control}
              rows={6}
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
              className="max-h-64 font-mono text-xs"
            />
          )}
        </Field>
        {create.error !== null && (
          <div role="alert" className="rounded-md bg-danger-soft p-3 text-danger-ink text-sm">
            <p className="font-medium">{toMessage(create.error)}</p>
            <ul className="mt-1 list-inside list-disc">
              {problems.slice(0, 8).map(({ path, message }) => (
                <li key={`${path} ${message}`} className="break-words">
                  <code className="font-mono text-xs">{path}</code>: {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </form>
    </Dialog>
  )
}
