import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { toMessage } from '#web/shared/api-error.ts'
import { previewFlowFile } from '#web/shared/interchange/flow-file-calls.ts'
import { FlowFileInput } from '#web/shared/interchange/flow-file-input.tsx'
import { type FoundFlow, FoundFlowChoice } from '#web/shared/interchange/found-flow-choice.tsx'
import { NoteList } from '#web/shared/interchange/note-list.tsx'
import { CallRefusal, Refusal } from '#web/shared/interchange/refusal.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { useImportFlow } from './flow-queries.ts'

interface ImportFlowDialogProps {
  onClose: () => void
  onCreated: (flowId: string) => void
}

/** Makes a flow from a file: says first what is in it and what will become of it. */
export const ImportFlowDialog = ({ onClose, onCreated }: ImportFlowDialogProps) => {
  const preview = useMutation({
    mutationFn: async (content: Blob) => ({ content, ...(await previewFlowFile(content)) }),
  })
  const create = useImportFlow()
  const [chosen, setChosen] = useState<FoundFlow>()
  const [name, setName] = useState('')
  const choose = (flow: FoundFlow | undefined) => {
    setChosen(flow)
    setName(flow?.name ?? '')
    create.reset()
  }
  const read = (content: Blob) =>
    preview.mutate(content, {
      onSuccess: ({ flows }) => choose(flows.find(({ document }) => document) ?? flows[0]),
    })
  const submit = () => {
    if (!preview.data || !chosen) return
    const { content } = preview.data
    const input = { content, flow: chosen.path, name: name.trim() }
    create.mutate(input, { onSuccess: ({ flow }) => onCreated(flow.id) })
  }
  const found = preview.data && chosen ? { flows: preview.data.flows, chosen } : undefined
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Import a flow"
      description="From a file of Sandi or MileApp. You see what is in it first."
      wide
      footer={
        <>
          {found && <Button onClick={() => preview.reset()}>Another file</Button>}
          <Button onClick={onClose}>Cancel</Button>
          {found?.chosen.document && (
            <Button
              variant="primary"
              type="submit"
              form="import-flow"
              busy={create.isPending}
              disabled={name.trim() === ''}
            >
              Import
            </Button>
          )}
        </>
      }
    >
      {found === undefined ? (
        <div className="flex flex-col gap-4">
          {preview.error !== null && <CallRefusal error={preview.error} />}
          <FlowFileInput busy={preview.isPending} onFile={read} />
        </div>
      ) : (
        <form
          id="import-flow"
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <FoundFlowChoice flows={found.flows} chosen={found.chosen} onChoose={choose} />
          <ChosenFlow flow={found.chosen} name={name} onName={setName} error={create.error} />
        </form>
      )}
    </Dialog>
  )
}

interface ChosenFlowProps {
  flow: FoundFlow
  name: string
  onName: (name: string) => void
  error: unknown
}

const ChosenFlow = ({ flow, name, onName, error }: ChosenFlowProps) => {
  const { document, notes, errors } = flow
  if (document === null) return <Refusal title="This flow cannot be read." errors={errors} />
  const own = document.settings.name
  return (
    <>
      <Field
        label="Name"
        description={flow.name === own ? '' : `“${own}” is taken, so another name is offered.`}
        error={error === null ? undefined : toMessage(error)}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={100}
            onChange={({ target }) => onName(target.value)}
          />
        )}
      </Field>
      {notes.length === 0 ? (
        <p className="text-muted text-sm">Everything in it is carried over.</p>
      ) : (
        <div className="flex flex-col gap-2">
          <NoteList notes={notes} />
        </div>
      )}
    </>
  )
}
