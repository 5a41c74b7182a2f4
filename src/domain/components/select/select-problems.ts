import type { ComponentContext, Finding } from '../component-problem.ts'
import { findBounds } from './select-answer.ts'
import type { SelectAction, SelectComponent } from './select-schema.ts'

type Mended = Pick<SelectComponent, 'actions'>

const verbs = { show: 'shows', hide: 'hides', fill: 'fills in' } as const

/** The actions with one of them changed, or without it where nothing is left of it. */
const mend = (
  { actions }: SelectComponent,
  broken: SelectAction,
  change: Partial<Pick<SelectAction, 'options' | 'targets'>>,
): Mended => ({
  actions: actions.flatMap((action) => {
    if (action !== broken) return [action]
    const changed = { ...action, ...change }
    return changed.options.length === 0 || changed.targets.length === 0 ? [] : [changed]
  }),
})

const findTargetProblem = (
  select: SelectComponent,
  action: SelectAction,
  target: string,
  context: ComponentContext,
): Finding | undefined => {
  const seen = context.findTarget(target)
  const without = mend(select, action, { targets: action.targets.filter((id) => id !== target) })
  const base = { severity: 'error', setting: 'actions' } as const
  if (seen === undefined) {
    return {
      ...base,
      code: 'select-target-missing',
      message: `An action ${verbs[action.do]} "${target}", but no component has that id. Remove it.`,
      fix: { label: 'Remove it from the action', changes: without },
    }
  }
  if (!seen.comesAfter) {
    return {
      ...base,
      code: 'select-target-not-after',
      message: `An action ${verbs[action.do]} "${seen.title}", which does not come after it. Move one of them or remove the action.`,
      fix: { label: `Remove "${seen.title}" from the action`, changes: without },
    }
  }
  const refusal = action.do === 'fill' ? seen.refuseFill(action.value) : null
  if (refusal === null) return undefined
  return {
    ...base,
    code: 'select-fill-refused',
    message: `An action fills in "${seen.title}" with what it does not take: ${refusal}`,
    fix: { label: `Remove "${seen.title}" from the action`, changes: without },
  }
}

const findActionProblems = (select: SelectComponent, context: ComponentContext): Finding[] => {
  const known = new Set(select.options.map(({ id }) => id))
  return select.actions.flatMap((action) => {
    const kept = action.options.filter((id) => known.has(id))
    const lost: Finding[] =
      kept.length === action.options.length
        ? []
        : [
            {
              code: 'select-option-missing',
              severity: 'error',
              message: 'An action waits for an option that was deleted. Choose another one.',
              setting: 'actions',
              fix: {
                label: kept.length === 0 ? 'Remove the action' : 'Remove the option from it',
                changes: mend(select, action, { options: kept }),
              },
            },
          ]
    const targets = action.targets.flatMap(
      (target) => findTargetProblem(select, action, target, context) ?? [],
    )
    return [...lost, ...targets]
  })
}

const findRangeProblems = (select: SelectComponent): Finding[] => {
  const { least, most } = findBounds(select)
  if (least <= most) return []
  return [
    {
      code: 'select-range-empty',
      severity: 'error',
      message: `No answer fits: at least ${least} must be chosen, but at most ${most} can be.`,
      setting: 'minimumSelected',
      fix: { label: 'Remove the minimum', changes: { minimumSelected: null } },
    },
  ]
}

const findDefaultProblems = (select: SelectComponent): Finding[] => {
  const { options, defaultValue } = select
  const { most } = findBounds(select)
  const kept = options.map(({ id }) => id).filter((id) => defaultValue.includes(id))
  if (kept.length === defaultValue.length && kept.length <= most) return []
  return [
    {
      code: 'select-default-unfit',
      severity: 'warning',
      message:
        kept.length > most
          ? `The default value has ${kept.length} options, but at most ${most} can be chosen.`
          : 'The default value has an option that was deleted.',
      setting: 'defaultValue',
      fix: { label: 'Mend the default value', changes: { defaultValue: kept.slice(0, most) } },
    },
  ]
}

/** What would fail at a Select: a choice that cannot be made, actions that reach nothing. */
export const findSelectProblems = (
  select: SelectComponent,
  context: ComponentContext,
): Finding[] => [
  ...findRangeProblems(select),
  ...findDefaultProblems(select),
  ...findActionProblems(select, context),
]
