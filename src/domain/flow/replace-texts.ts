import type { Component } from '#domain/components/component-registry.ts'
import { flowSettingsSchema, pageSchema } from './flow-schema.ts'
import type { FlowState } from './flow-state.ts'
import { type FlowText, listTexts, withText } from './flow-texts.ts'
import type { Operation, OperationOf, SimpleOperation } from './operation-schema.ts'

/** What is looked for. */
export interface TextQuery {
  search: string
  matchCase: boolean
  wholeWord: boolean
}

/** A text that holds what is looked for, with the places where it does: start and end, in characters. */
export interface TextMatch extends FlowText {
  ranges: readonly (readonly [start: number, end: number])[]
}

const toPattern = ({ search, matchCase, wholeWord }: TextQuery): RegExp => {
  const literal = search.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const edge = String.raw`[\p{L}\p{N}_]`
  const source = wholeWord ? `(?<!${edge})${literal}(?!${edge})` : literal
  return new RegExp(source, matchCase ? 'gu' : 'giu')
}

/** Every text of a flow that holds what is looked for. */
export const findTexts = (state: FlowState, query: TextQuery): TextMatch[] => {
  if (query.search === '') return []
  const pattern = toPattern(query)
  return listTexts(state).flatMap((place) => {
    const ranges = [...place.text.matchAll(pattern)].map(
      ({ index, 0: found }) => [index, index + found.length] as const,
    )
    return ranges.length === 0 ? [] : [{ ...place, ranges }]
  })
}

/** A text with every match replaced; the replacement is taken literally. */
export const replaceIn = ({ text, ranges }: TextMatch, replacement: string): string => {
  let from = 0
  const kept = ranges.map(([start, end]) => {
    const before = text.slice(from, start)
    from = end
    return before
  })
  return [...kept, text.slice(from)].join(replacement)
}

/** Replacing, as one step, and the texts that may not become what they would. */
export interface Replacing {
  operation: Operation | undefined
  refused: TextMatch[]
}

type Update = OperationOf<'flow.update'> | OperationOf<'page.update'> | undefined

const replaceOutside = ({ owner, path }: TextMatch, text: string): Update => {
  if (owner.kind === 'page') {
    const title = pageSchema.shape.title.safeParse(text)
    return title.success
      ? { type: 'page.update', pageId: owner.id, changes: { title: title.data } }
      : undefined
  }
  const name = path[0] === 'name' ? 'name' : 'description'
  const parsed = flowSettingsSchema.shape[name].safeParse(text)
  return parsed.success ? { type: 'flow.update', changes: { [name]: parsed.data } } : undefined
}

const toUpdate = (before: Component, after: Component): SimpleOperation => ({
  type: 'component.update',
  componentId: before.id,
  changes: Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof Component]),
  ) as OperationOf<'component.update'>['changes'],
})

/** Replaces matches by a text, all in one step. */
export const replaceTexts = (
  state: FlowState,
  matches: readonly TextMatch[],
  replacement: string,
): Replacing => {
  const refused: TextMatch[] = []
  const outside: SimpleOperation[] = []
  const changed = new Map<string, Component>()
  for (const match of matches) {
    const text = replaceIn(match, replacement)
    if (match.owner.kind === 'component') {
      const { id } = match.owner
      const component = changed.get(id) ?? state.componentsById[id]
      const updated = component && withText(component, match.path, text)
      if (updated === undefined) refused.push(match)
      else changed.set(id, updated)
    } else {
      const update = replaceOutside(match, text)
      if (update === undefined) refused.push(match)
      else outside.push(update)
    }
  }
  const inside = [...changed].flatMap(([id, after]) => {
    const before = state.componentsById[id]
    return before === undefined ? [] : [toUpdate(before, after)]
  })
  const operations = [...outside, ...inside]
  const count = matches.length - refused.length
  const label = `Replaced ${count === 1 ? '1 text' : `${count} texts`}`
  return {
    operation: operations.length === 0 ? undefined : { type: 'batch', label, operations },
    refused,
  }
}
