import { Plus, X } from 'lucide-react'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import {
  type Comparison,
  listOperators,
  needsValue,
  type Operator,
  operatorLabels,
  startComparison,
} from '#domain/flow/condition-operators.ts'
import type { Condition } from '#domain/flow/flow-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'

interface ConditionEditorProps {
  condition: Condition
  /** The components whose answers are there to be compared, in page order. */
  fields: readonly Component[]
  onChange: (condition: Condition, part: string) => void
}

/** When a way is taken: comparisons with earlier answers. A valid change is in the document at once. */
export const ConditionEditor = ({ condition, fields, onChange }: ConditionEditorProps) => {
  const { match, comparisons } = condition
  const replace = (index: number, comparison: Comparison, part: string) =>
    onChange({ match, comparisons: comparisons.with(index, comparison) }, `${index}/${part}`)
  const [first] = fields
  return (
    <div className="flex flex-col gap-3">
      {comparisons.length > 1 && (
        <Field label="Match">
          {(control) => (
            <Select
              {...control}
              value={match}
              onChange={({ target }) =>
                onChange({ match: target.value as Condition['match'], comparisons }, 'match')
              }
            >
              <option value="all">All of these</option>
              <option value="any">Any of these</option>
            </Select>
          )}
        </Field>
      )}
      <ul aria-label="Comparisons" className="flex flex-col gap-3">
        {comparisons.map((comparison, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: comparisons have no identity but their place
          <li key={index} className="flex items-start gap-1">
            <ComparisonEditor
              comparison={comparison}
              number={index + 1}
              fields={fields}
              onChange={(changed, part) => replace(index, changed, part)}
            />
            {comparisons.length > 1 && (
              <IconButton
                icon={X}
                label={`Remove comparison ${index + 1}`}
                tooltipSide="left"
                onClick={() =>
                  onChange({ match, comparisons: comparisons.toSpliced(index, 1) }, 'remove')
                }
              />
            )}
          </li>
        ))}
      </ul>
      {first && comparisons.length < 20 && (
        <Button
          className="self-start"
          onClick={() =>
            onChange({ match, comparisons: [...comparisons, startComparison(first)] }, 'add')
          }
        >
          <Plus aria-hidden="true" className="size-4" />
          Add comparison
        </Button>
      )}
    </div>
  )
}

interface ComparisonEditorProps {
  comparison: Comparison
  number: number
  fields: readonly Component[]
  onChange: (comparison: Comparison, part: string) => void
}

const ComparisonEditor = ({ comparison, number, fields, onChange }: ComparisonEditorProps) => {
  const field = fields.find(({ id }) => id === comparison.field)
  const operators = field ? listOperators(field) : [comparison.operator]
  const chooseField = (id: string) => {
    const chosen = fields.find((one) => one.id === id)
    if (chosen) onChange(startComparison(chosen), 'field')
  }
  return (
    <div className="grid min-w-0 grow grid-cols-2 gap-1.5">
      <Field label={`Field ${number}`} labelHidden className="col-span-2">
        {(control) => (
          <Select
            {...control}
            value={comparison.field}
            onChange={({ target }) => chooseField(target.value)}
          >
            {!field && <option value={comparison.field}>{comparison.field} (not here)</option>}
            {fields.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={`Operator ${number}`}
        labelHidden
        className={needsValue(comparison.operator) ? '' : 'col-span-2'}
      >
        {(control) => (
          <Select
            {...control}
            value={comparison.operator}
            onChange={({ target }) => {
              const operator = target.value as Operator
              const value = needsValue(operator) ? (comparison.value ?? '') : null
              onChange({ ...comparison, operator, value }, 'operator')
            }}
          >
            {operators.map((operator) => (
              <option key={operator} value={operator}>
                {operatorLabels[operator]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {needsValue(comparison.operator) && (
        <ValueEditor comparison={comparison} number={number} field={field} onChange={onChange} />
      )}
    </div>
  )
}

interface ValueEditorProps extends Omit<ComparisonEditorProps, 'fields'> {
  field: Component | undefined
}

const ValueEditor = ({ comparison, number, field, onChange }: ValueEditorProps) => {
  const choices = field && getComponentType(field.type).choices(field)
  const change = (value: string) => onChange({ ...comparison, value }, 'value')
  return (
    <Field label={`Value ${number}`} labelHidden>
      {(control) =>
        choices ? (
          <Select
            {...control}
            value={String(comparison.value ?? '')}
            onChange={({ target }) => change(target.value)}
          >
            {choices.every(({ value }) => value !== comparison.value) && (
              <option value="">…</option>
            )}
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...control}
            value={String(comparison.value ?? '')}
            autoComplete="off"
            maxLength={500}
            placeholder="Value"
            onChange={({ target }) => change(target.value)}
          />
        )
      }
    </Field>
  )
}
