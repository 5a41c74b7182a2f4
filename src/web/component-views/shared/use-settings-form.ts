import { useEffect, useRef } from 'react'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { toPlainMessage, toSentence } from './to-plain-message.ts'

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
 * Reads what was typed as the document will have it (texts are trimmed), or says why it is refused: the
 * first message about the setting or a part of it.
 */
const readSetting = <Values>(
  schema: z.ZodType<Values, FieldValues>,
  typed: FieldValues,
  name: keyof Values & string,
): Result<Values[typeof name], string> => {
  const parsed = schema.safeParse(typed, { error: toPlainMessage })
  if (parsed.success) return ok(parsed.data[name])
  const issue = parsed.error.issues.find(({ path }) => path[0] === name)
  return issue ? err(`${toSentence(issue.message)} Not saved.`) : ok(typed[name])
}

/** Whether the document has of a setting what is typed. */
const isTyped = <Values>(
  schema: z.ZodType<Values, FieldValues>,
  typed: FieldValues,
  values: Values,
  name: keyof Values & string,
): boolean => {
  if (typed[name] === values[name]) return true
  const read = readSetting(schema, typed, name)
  return read.ok && read.value === values[name]
}

/**
 * The form of the settings panel. It holds what is typed, also while that is not valid; every valid
 * change goes to the document at once, and what changes there (undo, somebody else) comes back.
 * Checked here and not by a resolver of the form: that answers later, and each keystroke would be
 * drawn once for what is typed, once for the check and once for the document.
 */
export const useSettingsForm = <Values extends FieldValues>({
  schema,
  values,
  onChange,
  onLeave,
}: Options<Values>): SettingsForm<Values> => {
  const form = useForm<Values>({
    defaultValues: values as DefaultValues<Values>,
  })
  const { errors } = form.formState
  const shown = useRef(values)
  useEffect(() => {
    for (const name of Object.keys(values) as Path<Values>[]) {
      // What is typed may differ by a blank at its end, and is still being typed.
      if (
        values[name] !== shown.current[name] &&
        !isTyped(schema, form.getValues(), values, name)
      ) {
        form.setValue(name, values[name])
        form.clearErrors(name)
      }
    }
    shown.current = values
  }, [values, form, schema])

  return {
    setting: <Name extends keyof Values & string>(name: Name): Setting<Values[Name]> => {
      const path = name as unknown as Path<Values>
      return {
        value: form.watch(path),
        error: errors[name]?.message as string | undefined,
        change: (value) => {
          form.setValue(path, value as never)
          const read = readSetting(schema, { ...form.getValues(), [name]: value }, name)
          if (!read.ok) return form.setError(path, { message: read.error })
          form.clearErrors(path)
          // A blank at the end of a text changes nothing yet.
          if (read.value === values[name]) return
          onChange({ [name]: read.value } as unknown as Changes<Values>, name)
        },
        leave: onLeave,
      }
    },
    changeAll: (changes) => onChange(changes, undefined),
  }
}
