import { X } from 'lucide-react'
import type { Foreign } from '#domain/shared/foreign-schema.ts'
import { IconButton } from '#web/ui/icon-button.tsx'

const longest = 300

const showValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

interface ForeignListProps {
  foreign: Foreign
  onChange: (foreign: Foreign) => void
}

/** Keys that were imported and mean nothing here: to be read, and to be removed. */
export const ForeignList = ({ foreign, onChange }: ForeignListProps) => {
  const remove = (removed: string) =>
    onChange(Object.fromEntries(Object.entries(foreign).filter(([key]) => key !== removed)))
  return (
    <section aria-label="Kept from MileApp" className="border-line border-t pt-4">
      <h3 className="font-medium text-ink text-sm">Kept from MileApp</h3>
      <p className="mb-2 text-muted text-xs">
        Has no effect here. It is written back on export, before the settings above.
      </p>
      <dl className="flex flex-col gap-1">
        {Object.entries(foreign).map(([key, value]) => (
          <div key={key} className="flex items-start gap-2 rounded-md bg-subtle py-1 pr-1 pl-2.5">
            <div className="min-w-0 grow py-0.5 font-mono text-xs">
              <dt className="break-words font-medium text-ink">{key}</dt>
              <dd className="max-h-24 overflow-hidden break-words text-muted">
                {showValue(value)}
              </dd>
            </div>
            <IconButton
              icon={X}
              size="small"
              label={`Remove ${key}`}
              tooltipSide="left"
              onClick={() => remove(key)}
            />
          </div>
        ))}
      </dl>
    </section>
  )
}
