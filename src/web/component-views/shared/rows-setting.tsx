import { ArrowUp, Plus, X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#web/ui/button.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { SettingSlot } from './setting-controls.tsx'
import type { Setting } from './use-settings-form.ts'

interface RowsSettingProps<Row> {
  /** The setting's name in the document: a problem's click finds the control by it. */
  name: string
  label: string
  description?: ReactNode
  setting: Setting<Row[]>
  /** What one row is called, for example "item". */
  noun: string
  nameOf: (row: Row) => string
  /** The row that is added at the end; `name` is one that no other row has. */
  newRow: (name: string) => Row
  most: number
  children: (row: Row, change: (row: Row) => void) => ReactNode
}

const findFreeName = (noun: string, taken: readonly string[]): string => {
  const capital = (noun[0] ?? '').toUpperCase() + noun.slice(1)
  let number = taken.length + 1
  while (taken.includes(`${capital} ${number}`)) number += 1
  return `${capital} ${number}`
}

/** A setting that is a list: rows can be added, edited, moved up and removed. */
export const RowsSetting = <Row,>(props: RowsSettingProps<Row>) => {
  const { name, label, description, setting, noun, nameOf, newRow, most, children } = props
  const rows = setting.value
  const list = useRef<HTMLUListElement>(null)
  const changeAll = (next: Row[]) => {
    setting.change(next)
    setting.leave()
  }
  const add = () => {
    // At once, so that what is typed next is the name of the row.
    flushSync(() => changeAll([...rows, newRow(findFreeName(noun, rows.map(nameOf)))]))
    list.current?.lastElementChild?.querySelector('input')?.select()
  }
  return (
    <SettingSlot name={name}>
      <fieldset className="flex min-w-0 flex-col gap-1.5" onBlur={setting.leave}>
        <legend className="mb-1 font-medium text-ink text-sm">{label}</legend>
        {description !== undefined && <p className="text-muted text-xs">{description}</p>}
        <ul ref={list} className="flex flex-col gap-1.5">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <li key={index} className="flex items-start gap-1">
              <div className="min-w-0 grow">
                {children(row, (changed) => setting.change(rows.with(index, changed)))}
              </div>
              {index > 0 && (
                <IconButton
                  icon={ArrowUp}
                  label={`Move ${nameOf(row)} up`}
                  tooltipSide="left"
                  onClick={() =>
                    changeAll(rows.toSpliced(index - 1, 2, row, ...rows.slice(index - 1, index)))
                  }
                />
              )}
              <IconButton
                icon={X}
                label={`Remove ${nameOf(row)}`}
                tooltipSide="left"
                onClick={() => changeAll(rows.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ul>
        {setting.error !== undefined && (
          <p role="alert" className="font-medium text-danger-ink text-xs">
            {setting.error}
          </p>
        )}
        <div>
          <Button size="small" disabled={rows.length >= most} onClick={add}>
            <Plus aria-hidden="true" className="size-3.5" />
            Add {noun}
          </Button>
        </div>
      </fieldset>
    </SettingSlot>
  )
}
