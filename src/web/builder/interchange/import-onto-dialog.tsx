import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { composeDifference } from '#domain/flow/compose-difference.ts'
import { describeDifference } from '#domain/flow/describe-difference.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { fitDocument } from '#domain/flow/interchange/fit-document.ts'
import { largestBatch, type Operation } from '#domain/flow/operation-schema.ts'
import { readDifference } from '#domain/flow/read-difference.ts'
import { DifferenceList } from '#web/shared/flow-view/difference-list.tsx'
import { previewFlowFile } from '#web/shared/interchange/flow-file-calls.ts'
import { FlowFileInput } from '#web/shared/interchange/flow-file-input.tsx'
import { type FoundFlow, FoundFlowChoice } from '#web/shared/interchange/found-flow-choice.tsx'
import { NoteList } from '#web/shared/interchange/note-list.tsx'
import { CallRefusal, Refusal } from '#web/shared/interchange/refusal.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { attempt } from '../actions/edit-commands.ts'
import { flowOf } from '../builder.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'

const compose = (flow: FlowState, document: FlowDocument): Operation | undefined =>
  composeDifference(flow, fitDocument(flow, document), 'Imported a file')

const isTooLarge = (operation: Operation | undefined): boolean =>
  operation?.type === 'batch' && operation.operations.length > largestBatch

/** Takes over the content of a file: shows the difference first, then makes it in one step. */
export const ImportOntoDialog = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const flow = useFlow((state) => state)
  const preview = useMutation({ mutationFn: previewFlowFile })
  const [chosen, setChosen] = useState<FoundFlow>()
  const read = (content: Blob) =>
    preview.mutate(content, {
      onSuccess: ({ flows }) => setChosen(flows.find(({ document }) => document) ?? flows[0]),
    })
  const found = preview.data && chosen ? { flows: preview.data.flows, chosen } : undefined
  const document = found?.chosen.document ?? null
  const operation = useMemo(
    () => (document ? compose(flow, document) : undefined),
    [flow, document],
  )
  const apply = () => {
    if (document === null) return
    // What others did meanwhile is in the flow by now: the difference is to what it is.
    const newest = compose(flowOf(builder), document)
    if (newest === undefined || !attempt(builder, newest)) return
    builder.notify('The file is imported', { undo: true })
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Import onto this flow"
      description="The flow keeps its name and takes over all else, in one step."
      footer={
        <>
          {found && <Button onClick={() => preview.reset()}>Another file</Button>}
          <Button onClick={onClose}>Cancel</Button>
          {operation !== undefined && !isTooLarge(operation) && (
            <Button variant="primary" onClick={apply}>
              Apply
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
        <div className="flex flex-col gap-4">
          <FoundFlowChoice flows={found.flows} chosen={found.chosen} onChoose={setChosen} />
          {document === null ? (
            <Refusal title="This flow cannot be read." errors={found.chosen.errors} />
          ) : (
            <>
              {isTooLarge(operation) && (
                <Refusal
                  title="It is too different for one step. Import it as a new flow instead."
                  errors={[]}
                />
              )}
              <Difference flow={flow} document={document} />
              <NoteList notes={found.chosen.notes} />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

const Difference = ({ flow, document }: { flow: FlowState; document: FlowDocument }) => {
  const groups = useMemo(
    () => describeDifference(readDifference(flow, fitDocument(flow, document))),
    [flow, document],
  )
  return groups.length === 0 ? (
    <p className="text-muted text-sm">The flow is like that already: there is nothing to change.</p>
  ) : (
    <section aria-label="What will change" className="flex flex-col gap-2">
      <h3 className="font-medium text-ink text-sm">What will change</h3>
      <DifferenceList groups={groups} />
    </section>
  )
}
