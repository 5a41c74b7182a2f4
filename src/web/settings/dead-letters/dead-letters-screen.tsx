import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { MailCheck, RotateCw } from 'lucide-react'
import type { DeadLetter } from '#contract/dead-letter-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { toast } from '#web/ui/toast.ts'

const lettersQuery = infiniteQueryOptions({
  queryKey: ['dead-letters'],
  queryFn: ({ pageParam }) =>
    call(
      api.v1.operator['dead-letters'].$get({
        query: pageParam === null ? {} : { cursor: pageParam },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: 30_000,
})

/** For who runs the installation: work of all organisations that was given up. */
export const DeadLettersScreen = () => {
  const letters = useInfiniteQuery(lettersQuery)
  return (
    <Screen
      title="Dead letters"
      description="Work of all organisations that was tried again and again, and given up: codes, what providers reported, mails. No codes and no whole recipients are shown."
    >
      <Card>
        <QueryView query={letters} loading={<ListSkeleton />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            return items.length === 0 ? (
              <EmptyState icon={MailCheck} title="Nothing was given up">
                Work that fails is tried again by itself, for some minutes. What still fails then,
                appears here.
              </EmptyState>
            ) : (
              <ul aria-label="Dead letters">
                {items.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} />
                ))}
              </ul>
            )
          }}
        </QueryView>
      </Card>
      {letters.hasNextPage && (
        <Button
          className="self-center"
          busy={letters.isFetchingNextPage}
          onClick={() => void letters.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Screen>
  )
}

const LetterRow = ({ letter }: { letter: DeadLetter }) => {
  const client = useQueryClient()
  const { id, kind, about, attempts, givenUpAt, lastError, retryObjection } = letter
  const route = api.v1.operator['dead-letters'][':id']
  const outcome = {
    onError: (error: Error) => void toast(toMessage(error), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: lettersQuery.queryKey }),
  }
  const retry = useMutation({
    ...outcome,
    mutationFn: () => call(route.retry.$post({ param: { id } })),
    onSuccess: () => void toast(`Tried again: ${about}`, { tone: 'success' }),
  })
  const dismiss = useMutation({
    ...outcome,
    mutationFn: () => call(route.$delete({ param: { id } })),
    onSuccess: () => void toast(`Dismissed: ${about}`, { tone: 'success' }),
  })
  const isSend = kind.startsWith('otp.')
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 grow basis-72">
        <p className="font-medium text-ink">{about}</p>
        <p className="break-words text-muted">
          {`Given up ${formatDateTime(givenUpAt)} after ${attempts} ${attempts === 1 ? 'try' : 'tries'}: ${lastError}`}
        </p>
        {retryObjection !== null && <p className="text-muted">{retryObjection}</p>}
      </div>
      <div className="flex gap-2">
        {(retryObjection !== null || !isSend) && (
          <Button busy={dismiss.isPending} onClick={() => dismiss.mutate()}>
            Dismiss
          </Button>
        )}
        {retryObjection === null && (
          <Button busy={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCw aria-hidden="true" className="size-4" />
            Try again
          </Button>
        )}
      </div>
    </li>
  )
}
