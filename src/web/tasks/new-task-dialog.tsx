import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { toast } from '#web/ui/toast.ts'
import { InitialPageForm } from './initial-page-form.tsx'
import { publishedDocumentQuery, publishedFlowsQuery } from './task-queries.ts'

/** New Task: choose a published flow, fill in its Initial Page, assign. */
export const NewTaskDialog = ({ onClose }: { onClose: () => void }) => {
  const formId = useId()
  const [, navigate] = useLocation()
  const flows = useQuery(publishedFlowsQuery)
  const [chosenId, setChosenId] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const only = flows.data?.length === 1 ? flows.data[0] : undefined
  const flow = flows.data?.find(({ id }) => id === chosenId) ?? only
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New Task"
      wide
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={isBusy}
            disabled={flow === undefined}
          >
            Create Task
          </Button>
        </>
      }
    >
      <QueryView query={flows} loading={<ListSkeleton />}>
        {(items) => (
          <div className="flex min-h-48 flex-col gap-5 pb-2">
            <Field
              label="Flow"
              required
              description={
                items.length === 0 ? 'No flow is published yet. Ask an admin to publish one.' : ''
              }
            >
              {(control) => (
                <Select
                  {...control}
                  value={flow?.id ?? ''}
                  onChange={({ target }) => setChosenId(target.value)}
                >
                  <option value="" disabled>
                    Choose a flow
                  </option>
                  {items.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {flow !== undefined && flow.publishedVersion !== null && (
              <FlowForm
                key={flow.id}
                flowId={flow.id}
                version={flow.publishedVersion}
                formId={formId}
                onBusy={setIsBusy}
                onCreated={(taskId) => {
                  toast('The task was made', {
                    tone: 'success',
                    action: {
                      label: 'Open',
                      onClick: () => navigate(`/tasks/${taskId}`),
                    },
                  })
                  onClose()
                }}
              />
            )}
          </div>
        )}
      </QueryView>
    </Dialog>
  )
}

interface FlowFormProps {
  flowId: string
  version: number
  formId: string
  onBusy: (isBusy: boolean) => void
  onCreated: (taskId: string) => void
}

const FlowForm = ({ version, ...form }: FlowFormProps) => {
  const document = useQuery(publishedDocumentQuery(form.flowId, version))
  return (
    <QueryView query={document} loading={<ListSkeleton />}>
      {(published) => <InitialPageForm document={published} {...form} />}
    </QueryView>
  )
}
