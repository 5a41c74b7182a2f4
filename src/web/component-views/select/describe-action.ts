import type { SelectAction, SelectComponent } from '#domain/components/select/select-schema.ts'

const verbs: Record<SelectAction['do'], string> = { show: 'show', hide: 'hide', fill: 'fill in' }

const join = (names: readonly string[], word: string): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${word} ${names.slice(-1).join('')}`

const describeValue = (
  value: SelectAction['value'],
  choices: readonly { value: string; label: string }[] | null,
): string => {
  const list = Array.isArray(value) ? value : [String(value ?? '')]
  const labels = list.map((one) => choices?.find((choice) => choice.value === one)?.label ?? one)
  return labels.join(', ') || 'nothing yet'
}

/** What an action needs to know of its targets to be put into words. */
interface NamedTarget {
  title: string
  choices: readonly { value: string; label: string }[] | null
}

/** An action as a sentence, for example "When Delivery is Pickup → show Phone and Name". */
export const describeAction = (
  { title, options }: Pick<SelectComponent, 'title' | 'options'>,
  action: SelectAction,
  findTarget: (componentId: string) => NamedTarget | undefined,
): string => {
  const chosen = action.options.map(
    (id) => options.find((option) => option.id === id)?.label ?? 'a deleted option',
  )
  const targets = action.targets.map((id) => findTarget(id)?.title ?? `${id} (deleted)`)
  const filling =
    action.do === 'fill'
      ? ` with ${describeValue(action.value, findTarget(action.targets[0] ?? '')?.choices ?? null)}`
      : ''
  return `When ${title} is ${join(chosen, 'or')} → ${verbs[action.do]} ${join(targets, 'and')}${filling}`
}
