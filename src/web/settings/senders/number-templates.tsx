import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { NumberTemplates } from '#contract/sender-contract.ts'
import { messageLanguages } from '#domain/otp/message-language.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'

const tones: Record<string, BadgeTone> = {
  APPROVED: 'success',
  PENDING: 'accent',
  REJECTED: 'danger',
  PAUSED: 'warning',
  DISABLED: 'danger',
}

const nameOf = (language: string): string =>
  Object.hasOwn(messageLanguages, language)
    ? messageLanguages[language as keyof typeof messageLanguages]
    : language

const toLabel = (status: string): string =>
  `${status[0] ?? ''}${status.slice(1).toLowerCase().replaceAll('_', ' ')}`

interface NumberTemplatesListProps<Key extends readonly unknown[]> {
  query: UseQueryOptions<NumberTemplates, Error, NumberTemplates, Key>
  /** What can be done about what is missing. */
  renderAction?: (isMissing: boolean) => ReactNode
}

/** The message templates of a number, by language, with what Meta says of them. */
export const NumberTemplatesList = <Key extends readonly unknown[]>({
  query,
  renderAction,
}: NumberTemplatesListProps<Key>) => {
  const { data, error, isFetching, refetch } = useQuery(query)
  return (
    <section aria-label="Message templates" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-ink text-sm">Message templates</h3>
        <div className="flex gap-2">
          <Button variant="ghost" size="small" busy={isFetching} onClick={() => void refetch()}>
            Ask Meta again
          </Button>
          {renderAction?.(error !== null || data?.items.some(({ status }) => !status) === true)}
        </div>
      </div>
      {error !== null && (
        <p role="alert" className="text-danger-ink">
          {toMessage(error)}
        </p>
      )}
      {data === undefined && error === null && <Skeleton className="w-48" />}
      {data !== undefined && error === null && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
          {data.items.map(({ language, status }) => (
            <li key={language} className="flex items-center gap-1.5">
              <span className="text-muted">{nameOf(language)}</span>
              <Badge tone={tones[status ?? ''] ?? 'neutral'}>
                {status === null ? 'Not handed in' : toLabel(status)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
