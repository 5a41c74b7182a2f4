import type { Conflict } from '#contract/flow-contract.ts'
import type { OperationOf } from '#domain/flow/operation-schema.ts'
import { labelSetting } from '#domain/flow/setting-labels.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { attempt } from './actions/edit-commands.ts'
import { useBuilder, useFlow, useSaveState } from './builder-context.tsx'

const show = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const Side = ({ who, value }: { who: string; value: unknown }) => (
  <div className="min-w-0 rounded-lg bg-subtle p-3">
    <p className="text-muted text-xs">{who}</p>
    <p className="break-words font-medium text-ink text-sm">{show(value)}</p>
  </div>
)

/** A setting of a component that two people set: which value is to stay. */
const useKeepMine = (conflict: Conflict) => {
  const builder = useBuilder()
  const [kind, componentId, name] = conflict.setting.split('/')
  if (conflict.code !== 'changed-by-other' || kind !== 'component' || !componentId || !name) {
    return undefined
  }
  const changes = { [name]: conflict.mine } as OperationOf<'component.update'>['changes']
  return () => attempt(builder, { type: 'component.update', componentId, changes })
}

const ConflictItem = ({ conflict, onDone }: { conflict: Conflict; onDone: () => void }) => {
  const [, id = '', name = ''] = conflict.setting.split('/')
  const title = useFlow((flow) => flow.componentsById[id]?.title ?? flow.pagesById[id]?.title)
  const about = [title, labelSetting(name)].filter(Boolean).join(' › ')
  const keepMine = useKeepMine(conflict)
  return (
    <li className="flex flex-col gap-2">
      {about !== '' && <p className="text-ink text-sm">{about}</p>}
      {keepMine ? (
        <>
          <div className="grid grid-cols-2 gap-2">
            <Side who={conflict.by ?? 'Somebody else'} value={conflict.theirs} />
            <Side who="You" value={conflict.mine} />
          </div>
          <Button
            size="small"
            className="self-start"
            onClick={() => {
              keepMine()
              onDone()
            }}
          >
            Use mine instead
          </Button>
        </>
      ) : (
        <p className="text-muted text-sm">{conflict.message}</p>
      )}
    </li>
  )
}

/** Shows, once, what could not be saved: mostly what somebody else changed too, side by side. */
export const ConflictDialog = () => {
  const { autosave } = useBuilder()
  const conflicts = useSaveState((state) => state.conflicts)
  const areTheirs = conflicts.some(({ code }) => code === 'changed-by-other')
  return (
    <Dialog
      open
      wide
      onOpenChange={() => autosave.dismissConflicts()}
      title={areTheirs ? 'Somebody else changed this too' : 'This could not be saved'}
      description={`${areTheirs ? 'Their value is in the flow now. ' : ''}Everything else of yours is saved.`}
      footer={
        <Button variant="primary" onClick={() => autosave.dismissConflicts()}>
          {areTheirs ? 'Keep theirs' : 'Close'}
        </Button>
      }
    >
      <ul className="flex flex-col gap-5">
        {conflicts.map((conflict) => (
          <ConflictItem
            key={conflict.operationId}
            conflict={conflict}
            onDone={() => autosave.dismissConflict(conflict.operationId)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
