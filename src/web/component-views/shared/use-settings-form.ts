import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef } from 'react'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import type { z } from 'zod'

/** Settings that were changed, by name. */
export type Changes<Values> = Partial<Values>

/** One setting, as a control needs it. */
export interface Setting<Value> {
  value: Value
  error: string | undefined
  /** Takes what was typed; the document changes only when it is valid. */
  change: (value: Value) => void
  /** The control was left: what is typed next is another undo step. */
  leave: () => void
}

export interface SettingsForm<Values> {
  setting<Name extends keyof Values & string>(name: Name): Setting<Values[Name]>
  /** Changes several settings at once, in one undo step. */
  changeAll(changes: Changes<Values>): void
}

interface Options<Values> {
  /** What the settings must conform to. */
  schema: z.ZodType<Values, FieldValues>
  /** The settings as the document has them. */
  values: Values
  onChange: (changes: Changes<Values>, mergeKey: string | undefined) => void
  onLeave: () => void
}

/**
 * The form of the settings panel. It holds what is typed, also while that is not valid; every valid
 * change goes to the document at once, and what changes there (undo, somebody else) comes back.
 */
export const useSettingsForm = <Values extends FieldValues>({
  schema,
  values,
  onChange,
  onLeave,
}: Options<Values>): SettingsForm<Values> => {
  const form = useForm<Values>({
    defaultValues: values as DefaultValues<Values>,
    resolver: zodResolver(schema) as never,
    mode: 'onChange',
  })
  const { errors } = form.formState
  const shown = useRef(values)
  useEffect(() => {
    for (const name of Object.keys(values) as Path<Values>[]) {
      if (values[name] !== shown.current[name] && values[name] !== form.getValues(name)) {
        form.setValue(name, values[name])
        form.clearErrors(name)
      }
    }
    shown.current = values
  }, [values, form])

  return {
    setting: <Name extends keyof Values & string>(name: Name): Setting<Values[Name]> => {
      const path = name as unknown as Path<Values>
      return {
        value: form.watch(path),
        error: findMessage(errors[name]),
        change: (value) => {
          form.setValue(path, value as never, { shouldDirty: true })
          void form.trigger(path).then((isValid) => {
            if (isValid) onChange({ [name]: value } as unknown as Changes<Values>, name)
          })
        },
        leave: onLeave,
      }
    },
    changeAll: (changes) => onChange(changes, undefined),
  }
}

/** The first message of a setting's errors, which has parts of its own where it is a list. */
const findMessage = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string') return error.message
  for (const part of Object.values(error)) {
    const message = findMessage(part)
    if (message !== undefined) return message
  }
  return undefined
}
