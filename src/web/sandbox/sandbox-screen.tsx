import { useQuery } from '@tanstack/react-query'
import { Inbox, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { OutcomeRules } from './outcome-rules.tsx'
import { SandboxMessageCard } from './sandbox-message-card.tsx'
import { messagesQuery, useClearMessages } from './sandbox-queries.ts'

/** The sandbox inbox: what recipients would have got, as they would see it. */
export const SandboxScreen = () => {
  const [recipient, setRecipient] = useState('')
  const search = useDebouncedValue(recipient.trim(), 200)
  const messages = useQuery(messagesQuery(search))
  const clear = useClearMessages()
  return (
    <Screen
      title="Sandbox inbox"
      description="Messages that sandbox senders delivered. Nobody real got them."
      actions={
        <Button
          busy={clear.isPending}
          disabled={messages.data?.length === 0}
          onClick={() => clear.mutate(undefined)}
        >
          <Trash2 aria-hidden="true" className="size-4" />
          Empty the inbox
        </Button>
      }
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-label="Messages" className="flex min-w-0 flex-col gap-3">
          <Field label="Filter by recipient" labelHidden className="sm:max-w-72">
            {(control) => (
              <Input
                {...control}
                type="search"
                placeholder="Recipient, for example +6281234567890"
                value={recipient}
                onChange={({ target }) => setRecipient(target.value)}
              />
            )}
          </Field>
          <QueryView
            query={messages}
            loading={
              <Card>
                <ListSkeleton />
              </Card>
            }
          >
            {(items) =>
              items.length === 0 ? (
                <Card>
                  <EmptyState icon={Inbox} title="No messages">
                    {search === ''
                      ? 'Send a code from a task: its message appears here within seconds.'
                      : 'Nothing was sent to this recipient.'}
                  </EmptyState>
                </Card>
              ) : (
                <ul aria-label="Messages" className="flex flex-col gap-4">
                  {items.map((message) => (
                    <li key={message.id}>
                      <SandboxMessageCard message={message} />
                    </li>
                  ))}
                </ul>
              )
            }
          </QueryView>
        </section>
        <OutcomeRules />
      </div>
    </Screen>
  )
}
