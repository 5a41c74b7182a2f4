import { ChevronRight, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { TargetInSight } from '#domain/components/component-problem.ts'
import type { SelectAction, SelectComponent } from '#domain/components/select/select-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { SettingSlot } from '../shared/setting-controls.tsx'
import { ActionEditor } from './action-editor.tsx'
import { describeAction } from './describe-action.ts'

interface ActionsSettingProps {
  component: SelectComponent
  targets: readonly TargetInSight[]
  onChange: (actions: SelectAction[]) => void
}

/** The most actions that a Select can have. */
const mostActions = 50

/** What comes of a choice, a sentence for each action; one of them is open to be edited. */
export const ActionsSetting = ({ component, targets, onChange }: ActionsSettingProps) => {
  const { actions, options } = component
  const [open, setOpen] = useState<number>()
  const later = targets.find(({ comesAfter }) => comesAfter)
  const firstOption = options[0]
  const findTarget = (id: string) => targets.find((target) => target.id === id)
  const add = () => {
    if (later === undefined || firstOption === undefined) return
    const action = { options: [firstOption.id], do: 'show' as const, targets: [later.id] }
    onChange([...actions, { ...action, value: null }])
    setOpen(actions.length)
  }
  return (
    <SettingSlot name="actions">
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend className="mb-1 font-medium text-ink text-sm">Actions</legend>
        <ul className="flex flex-col gap-1.5">
          {actions.map((action, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: actions have no identity but their place
            <li key={index} className="rounded-md border border-line">
              <div className="flex items-start gap-0.5 p-1">
                <button
                  type="button"
                  aria-expanded={open === index}
                  onClick={() => setOpen(open === index ? undefined : index)}
                  className="flex min-w-0 grow items-start gap-1.5 rounded p-1 text-left text-ink text-sm hover:bg-subtle"
                >
                  <ChevronRight
                    aria-hidden="true"
                    className={`mt-0.5 size-3.5 shrink-0 text-muted transition-transform ${open === index ? 'rotate-90' : ''}`}
                  />
                  <span className="min-w-0 break-words">
                    {describeAction(component, action, findTarget)}
                  </span>
                </button>
                <IconButton
                  icon={X}
                  label={`Remove action ${index + 1}`}
                  tooltipSide="left"
                  onClick={() => {
                    onChange(actions.toSpliced(index, 1))
                    setOpen(undefined)
                  }}
                />
              </div>
              {open === index && (
                <ActionEditor
                  options={options}
                  action={action}
                  targets={targets}
                  onChange={(changed) => onChange(actions.with(index, changed))}
                />
              )}
            </li>
          ))}
        </ul>
        <div>
          <Button
            size="small"
            disabled={later === undefined || actions.length >= mostActions}
            onClick={add}
          >
            <Plus aria-hidden="true" className="size-3.5" />
            Add action
          </Button>
        </div>
        <p className="text-muted text-xs">
          {later === undefined
            ? 'Nothing comes after it yet that could be shown, hidden or filled in.'
            : 'Shows, hides or fills in what comes after it. Where two disagree, the last one wins.'}
        </p>
      </fieldset>
    </SettingSlot>
  )
}
