import clsx from 'clsx'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { toFlowDocument } from '#domain/flow/flow-state.ts'
import { writeSandiFile } from '#domain/flow/interchange/sandi-file.ts'
import { toFileName } from '#domain/flow/interchange/to-file-name.ts'
import { writeMileappFlow } from '#domain/flow/interchange/write-mileapp-flow.ts'
import { NoteList } from '#web/shared/interchange/note-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useFlow } from '../builder-context.tsx'

type Format = 'sandi' | 'mileapp'

const formats: { format: Format; label: string; description: string }[] = [
  {
    format: 'sandi',
    label: 'Sandi JSON',
    description: 'Everything that the flow is, for a copy or another organisation.',
  },
  {
    format: 'mileapp',
    label: 'MileApp JSON',
    description: 'As MileApp’s API reads it; what it cannot say is listed.',
  },
]

/** Hands a text to the browser as a file. */
const download = (fileName: string, text: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Exports the flow as it stands, what is unsaved included, in one of two formats. */
export const ExportDialog = ({ onClose }: { onClose: () => void }) => {
  const flow = useFlow((state) => state)
  const [format, setFormat] = useState<Format>('sandi')
  const { text, notes } = useMemo(() => {
    const document = toFlowDocument(flow)
    const written =
      format === 'sandi'
        ? { flow: writeSandiFile(document), notes: [] }
        : writeMileappFlow(document)
    return { text: `${JSON.stringify(written.flow, null, 2)}\n`, notes: written.notes }
  }, [flow, format])
  const fileName = toFileName(flow.settings.name, format)
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Export"
      description="The flow as it stands here, with what is not published yet."
      footer={
        <>
          <CopyButton text={text} className="h-8! text-sm!" />
          <Button
            variant="primary"
            onClick={() => {
              download(fileName, text)
              onClose()
            }}
          >
            <Download aria-hidden="true" className="size-4" />
            Download
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">Format</legend>
          {formats.map((one) => (
            <label
              key={one.format}
              className={clsx(
                'flex cursor-pointer items-start gap-3 rounded-lg border px-3 py-2 text-sm',
                one.format === format ? 'border-accent bg-accent-soft' : 'border-line',
              )}
            >
              <input
                type="radio"
                name="format"
                className="mt-1"
                checked={one.format === format}
                onChange={() => setFormat(one.format)}
              />
              <span>
                <span className="block font-medium text-ink">{one.label}</span>
                <span className="block text-muted text-xs">{one.description}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {format === 'mileapp' && notes.length === 0 && (
          <p className="text-muted text-sm">MileApp can say all of it.</p>
        )}
        <NoteList notes={notes} />
        <p className="break-words text-muted text-xs">
          File name: <span className="text-ink">{fileName}</span>
        </p>
      </div>
    </Dialog>
  )
}
