import type { ReactNode } from 'react'
import { ApiError, toMessage } from '../api-error.ts'

interface RefusalProps {
  title: ReactNode
  errors: readonly { path: string; message: string }[]
}

/** Why a file is not taken: in a sentence, and place by place. */
export const Refusal = ({ title, errors }: RefusalProps) => (
  <div role="alert" className="rounded-md bg-danger-soft p-3 text-danger-ink text-sm">
    <p className="break-words font-medium">{title}</p>
    {errors.length > 0 && (
      <ul className="mt-1 list-inside list-disc">
        {errors.slice(0, 8).map(({ path, message }) => (
          <li key={`${path} ${message}`} className="break-words">
            <code className="break-all font-mono text-xs">{path}</code>: {message}
          </li>
        ))}
      </ul>
    )}
  </div>
)

/** The same for what a call has thrown. */
export const CallRefusal = ({ error }: { error: unknown }) => {
  const places = error instanceof ApiError ? (error.problem?.errors ?? []) : []
  return <Refusal title={toMessage(error)} errors={places.filter(({ path }) => path !== '')} />
}
