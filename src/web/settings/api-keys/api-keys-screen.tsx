import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ApiKey } from '#contract/api-key-contract.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { toast } from '#web/ui/toast.ts'
import { apiKeysQuery, useRevokeApiKey } from './api-key-queries.ts'
import { ApiKeyTable } from './api-key-table.tsx'
import { CreateApiKeyDialog } from './create-api-key-dialog.tsx'

/** The keys by which programs call the API. */
export const ApiKeysScreen = () => {
  const keys = useQuery(apiKeysQuery)
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  const make = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden="true" className="size-4" />
      New API key
    </Button>
  )
  return (
    <Screen
      title="API keys"
      description={
        <>
          With a key, a program does over the API what its role may.{' '}
          <a
            href="/api/docs"
            target="_blank"
            rel="noreferrer"
            className="text-accent-ink underline underline-offset-2"
          >
            API reference
          </a>
        </>
      }
      actions={make}
    >
      <Card>
        <QueryView query={keys} loading={<ListSkeleton />}>
          {({ items }) =>
            items.length > 0 ? (
              <ApiKeyTable keys={items} onRevoke={setRevoking} />
            ) : (
              <EmptyState icon={KeyRound} title="No API keys yet" action={make}>
                Make one for each program, so that each can be revoked by itself.
              </EmptyState>
            )
          }
        </QueryView>
      </Card>
      {isMaking && <CreateApiKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </Screen>
  )
}

const RevokeDialog = ({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) => {
  const revoke = useRevokeApiKey()
  return (
    <ConfirmDialog
      title={`Revoke "${apiKey.name}"?`}
      description="Programs that use it are refused from their next request on. This can't be undone."
      action="Revoke"
      busy={revoke.isPending}
      onConfirm={() =>
        revoke.mutate(apiKey.id, {
          onSuccess: () => {
            toast(`"${apiKey.name}" was revoked`)
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
