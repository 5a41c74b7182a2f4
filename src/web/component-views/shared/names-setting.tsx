import type { ReactNode } from 'react'
import { asName, DraftInput } from './draft-input.tsx'
import { RowsSetting } from './rows-setting.tsx'
import type { Setting } from './use-settings-form.ts'

interface NamesSettingProps {
  name: string
  label: string
  description?: ReactNode
  setting: Setting<string[]>
  noun: string
  most: number
}

/** A setting that is a list of names. */
export const NamesSetting = (props: NamesSettingProps) => (
  <RowsSetting {...props} nameOf={(name) => name} newRow={(name) => name}>
    {(name, change) => (
      <DraftInput aria-label={`Name of ${props.noun}`} value={name} {...asName} onChange={change} />
    )}
  </RowsSetting>
)
