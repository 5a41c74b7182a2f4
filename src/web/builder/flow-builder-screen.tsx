import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Flow } from '#contract/flow-contract.ts'
import { ErrorPanel } from '#web/shared/error-panel.tsx'
import { Link } from '#web/shared/link.tsx'
import { useSession } from '#web/shared/session.ts'
import { useDocumentTitle } from '#web/shared/use-document-title.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { prepareToasts } from '#web/ui/toast.ts'
import { listenToShortcuts } from './actions/shortcuts.ts'
import type { Builder } from './builder.ts'
import { BuilderProvider, useFlow } from './builder-context.tsx'
import { BuilderLayout } from './builder-layout.tsx'
import type { Size } from './canvas/start-view.ts'
import { listenToClipboard } from './clipboard/listen-to-clipboard.ts'
import { flowQuery } from './flow-query.ts'
import { openBuilder } from './open-builder.ts'
import { OpeningFlow } from './opening-flow.tsx'
import { wakeUnsentStorage } from './state/unsent-storage.ts'
import { startTogether } from './together/start-together.ts'

// While the rest of the code is still read: the browser's database takes its time to open.
void wakeUnsentStorage()

const OpenTitle = () => {
  useDocumentTitle(useFlow((flow) => flow.settings.name))
  return null
}

const OpenedFlow = ({ flow }: { flow: Flow }) => {
  const session = useSession()
  const client = useQueryClient()
  const [builder, setBuilder] = useState<Builder>()
  const [room, setRoom] = useState<Size>()
  // The document is taken once; later answers of the query only tell what is published.
  const [opened] = useState({ flow, session })
  useEffect(() => {
    let release = () => {}
    let isGone = false
    void openBuilder(opened.flow, opened.session).then((open) => {
      const listening = [listenToShortcuts(open), listenToClipboard(open), startTogether(open)]
      release = () => {
        for (const stop of listening) stop()
        void open.autosave.flush()
        open.autosave.stop()
        client.removeQueries({ queryKey: flowQuery(open.flowId).queryKey })
      }
      if (isGone) return release()
      setBuilder(open)
      prepareToasts()
    })
    return () => {
      isGone = true
      release()
    }
  }, [opened, client])
  if (builder === undefined || room === undefined) return <OpeningFlow onRoom={setRoom} />
  return (
    <BuilderProvider builder={builder}>
      <OpenTitle />
      <BuilderLayout room={room} />
    </BuilderProvider>
  )
}

/** The Flow Builder on one flow. */
export const FlowBuilderScreen = ({ flowId }: { flowId: string }) => {
  const { data, error, refetch } = useQuery(flowQuery(flowId))
  if (data !== undefined) return <OpenedFlow key={data.id} flow={data} />
  if (error === null) return <OpeningFlow />
  return (
    <main id="main" tabIndex={-1} className="grid h-dvh place-items-center p-6">
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        wayOut={
          <Link href="/flows" className={buttonClass()}>
            All flows
          </Link>
        }
      />
    </main>
  )
}
