import clsx from 'clsx'
import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Textarea } from '#web/ui/textarea.tsx'

/** As large as a flow file may be (see the domain's documentLimits), in bytes. */
const largest = 2 * 1024 * 1024

interface FlowFileInputProps {
  busy: boolean
  onFile: (content: Blob) => void
}

/** Takes a flow file: dropped, chosen, or pasted as text. */
export const FlowFileInput = ({ busy, onFile }: FlowFileInputProps) => {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const take = (content: Blob | undefined) => {
    if (content === undefined) return
    const isTooLarge = content.size > largest
    setRefusal(isTooLarge ? 'This is larger than 2 MiB, too large for a flow.' : undefined)
    if (!isTooLarge) onFile(content)
  }
  const dragging = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="flex flex-col gap-4">
      <label
        htmlFor={id}
        onDragOver={dragging}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          'flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed px-4 py-6 text-center text-sm transition-colors',
          'focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2',
          isOver ? 'border-accent bg-accent-soft' : 'border-control hover:bg-subtle',
        )}
      >
        <FileUp aria-hidden="true" className="size-5 text-muted" />
        <span className="font-medium text-ink">Choose a file, or drop it here</span>
        <span className="text-muted text-xs">JSON of Sandi or MileApp, up to 2 MiB</span>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={({ target }) => {
            take(target.files?.[0])
            // The same file may be chosen again after it was mended.
            target.value = ''
          }}
        />
      </label>
      <Field label="Or paste JSON" error={refusal}>
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className="max-h-64 font-mono text-xs"
          />
        )}
      </Field>
      <Button
        className="self-start"
        busy={busy}
        disabled={text.trim() === ''}
        onClick={() => take(new Blob([text], { type: 'application/json' }))}
      >
        Read what is pasted
      </Button>
    </div>
  )
}
