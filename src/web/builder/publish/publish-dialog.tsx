import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { type PublishFlow, publishLimits } from '#contract/flow-version-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { ErrorPanel } from '#web/shared/error-panel.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Spinner } from '#web/ui/spinner.tsx'
import type { Builder } from '../builder.ts'
import { useBuilder, useProblems } from '../builder-context.tsx'
import { flowQuery } from '../flow-query.ts'
import { PublishForm } from './publish-form.tsx'
import { publishQuery } from './publish-query.ts'

const usePublish = (builder: Builder, onDone: () => void) => {
  const client = useQueryClient()
  const { flowId } = builder
  return useMutation({
    mutationFn: (json: PublishFlow) =>
      call(api.v1.flows[':flowId'].publish.$post({ param: { flowId }, json })),
    onSuccess: async ({ version }) => {
      await client.refetchQueries({ queryKey: flowQuery(flowId).queryKey })
      await client.invalidateQueries({ queryKey: ['flows'] })
      builder.notify(`Published version ${version}`)
      onDone()
    },
    onError: (error) => {
      // Somebody was quicker: what is shown is what would be published now.
      const isLate = error instanceof ApiError && error.code === 'revision-changed'
      if (isLate) void client.refetchQueries({ queryKey: publishQuery(builder).queryKey })
    },
  })
}

/** Where errors keep a flow from being published: leads to them. */
const Blocked = ({ count, onClose }: { count: number; onClose: () => void }) => {
  const builder = useBuilder()
  const things = count === 1 ? '1 problem' : `${count} problems`
  const show = () => {
    onClose()
    builder.session.setState({ panel: 'problems', drawer: 'right' })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Mend ${things} before you publish`}
      description="Nothing is published that would fail in the field. Your edits are saved all the same."
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" onClick={show}>
            <TriangleAlert aria-hidden="true" className="size-4" />
            Show {things}
          </Button>
        </>
      }
    />
  )
}

/** Shows what publishing changes, and asks what the version is to be called. */
export const PublishDialog = ({ onClose }: { onClose: () => void }) => {
  const errorCount = useProblems((index) => index.errorCount)
  // Later edits of others don't take the dialog away: the server has the last word.
  const [errors] = useState(errorCount)
  return errors > 0 ? (
    <Blocked count={errors} onClose={onClose} />
  ) : (
    <OpenDialog onClose={onClose} />
  )
}

const OpenDialog = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const preview = useQuery(publishQuery(builder))
  const publish = usePublish(builder, onClose)
  const { data } = preview
  const isSame = data?.published?.groups.length === 0
  const close = <Button onClick={onClose}>{isSame ? 'Close' : 'Cancel'}</Button>
  if (data === undefined || isSame) {
    return (
      <Dialog open onOpenChange={onClose} title="Publish" footer={close}>
        {isSame && data ? (
          <EmptyState icon={CircleCheck} title="Nothing to publish">
            Nothing has changed since version {data.nextVersion - 1}.
          </EmptyState>
        ) : preview.error ? (
          <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
        ) : (
          <p role="status" className="flex items-center gap-2 py-6 text-muted text-sm">
            <Spinner /> Looking at what has changed…
          </p>
        )}
      </Dialog>
    )
  }
  const title = data.published
    ? `Publish version ${data.nextVersion}`
    : 'Publish for the first time'
  return (
    <Dialog
      open
      large
      onOpenChange={onClose}
      title={title}
      description={
        data.published
          ? 'New tasks are made from it. Tasks that are under way stay on the version they began with.'
          : 'From then on planners can make tasks from this flow.'
      }
      footer={
        <>
          {publish.error && (
            <p role="alert" className="mr-auto self-center text-danger-ink text-sm">
              {toMessage(publish.error)}
            </p>
          )}
          {close}
          <Button variant="primary" type="submit" form="publish" busy={publish.isPending}>
            Publish version {data.nextVersion}
          </Button>
        </>
      }
    >
      <PublishForm
        preview={data}
        limits={publishLimits}
        onSubmit={(input) => publish.mutate({ ...input, revision: data.revision })}
      />
    </Dialog>
  )
}
