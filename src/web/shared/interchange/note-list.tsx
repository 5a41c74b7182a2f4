import type { FoundFlows } from '#contract/interchange-contract.ts'

export type Note = FoundFlows['flows'][number]['notes'][number]

const kinds: { kind: Note['kind']; title: string; description: string }[] = [
  {
    kind: 'changed',
    title: 'Read differently',
    description: 'It could not be read as it is written in the file.',
  },
  {
    kind: 'kept',
    title: 'Kept as it is',
    description: 'It has no effect here, is shown in the settings, and is written back on export.',
  },
  {
    kind: 'left',
    title: 'Not carried over',
    description: 'MileApp cannot say it. It comes back when the file is imported here again.',
  },
]

/** So many are listed; more than that nobody reads. */
const most = 200

const NoteItem = ({ note: { title, path, message } }: { note: Note }) => (
  <li className="break-words py-1 text-xs">
    <span className="font-medium text-ink">{title ?? 'The flow'}</span>
    <span className="text-muted"> · {message}</span>
    {path !== '' && <code className="block break-all text-faint">{path}</code>}
  </li>
)

/** What became of the parts of a flow on its way in or out, by kind; nothing when all is as it was. */
export const NoteList = ({ notes }: { notes: readonly Note[] }) =>
  kinds.map(({ kind, title, description }) => {
    const ofKind = notes.filter((note) => note.kind === kind)
    if (ofKind.length === 0) return null
    return (
      <details key={kind} open={kind !== 'kept'} className="rounded-lg border border-line">
        <summary className="cursor-pointer rounded-lg px-3 py-2 font-medium text-ink text-sm hover:bg-subtle">
          {title} ({ofKind.length})
        </summary>
        <div className="border-line border-t px-3 py-2">
          <p className="text-muted text-xs">{description}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <ul tabIndex={0} aria-label={title} className="mt-1 max-h-48 overflow-y-auto">
            {ofKind.slice(0, most).map((note) => (
              <NoteItem key={`${note.path} ${note.message}`} note={note} />
            ))}
          </ul>
          {ofKind.length > most && (
            <p className="text-muted text-xs">and {ofKind.length - most} more</p>
          )}
        </div>
      </details>
    )
  })
