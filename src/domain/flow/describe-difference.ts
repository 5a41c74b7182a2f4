import type { ComponentDifference, PageDifference, SettingDifference } from './compare-flows.ts'
import { describeOperation } from './describe-operation.ts'
import { describeTransitionDifference } from './describe-transition-difference.ts'
import type { FlowState } from './flow-state.ts'
import type { SimpleOperation } from './operation-schema.ts'
import type { ReadableDifference } from './read-difference.ts'

/** How something is different. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed'

/** One difference in words. */
export interface DifferenceLine {
  kind: ChangeKind
  /** The component that it is about; null for what is about the page or the flow. */
  componentId: string | null
  /** The title of that component, where the text does not say it. */
  subject: string | null
  /** For example "Send OTP Via: SMS → WhatsApp" or "Moved OTP to Receiver". */
  text: string
}

/** The differences of one page in words, or those of the flow itself. */
export interface DifferenceGroup {
  /** Null for the flow itself. */
  pageId: string | null
  title: string
  kind: ChangeKind
  lines: readonly DifferenceLine[]
}

/** Everything that the one or the other state holds, so that each part has its title. */
const unite = (before: FlowState, after: FlowState): FlowState => ({
  ...before,
  pagesById: { ...after.pagesById, ...before.pagesById },
  componentsById: { ...after.componentsById, ...before.componentsById },
})

/** One line for each setting, as an operation that sets it alone would read. */
const describeSettings = (
  both: FlowState,
  settings: readonly SettingDifference[],
  componentId: string | null,
  toOperation: (changes: Record<string, never>) => SimpleOperation,
): DifferenceLine[] =>
  settings.map(({ name, before, after }) => {
    if (name === 'id') {
      const text = `Renamed its key ${before} → ${after}`
      return {
        kind: 'changed',
        componentId,
        subject: both.componentsById[componentId ?? '']?.title ?? null,
        text,
      }
    }
    const { text, subject } = describeOperation(both, toOperation({ [name]: after as never }))
    return { kind: 'changed', componentId, subject: componentId && subject, text }
  })

const describeComponent = (
  both: FlowState,
  after: FlowState,
  { componentId, ...one }: ComponentDifference,
): DifferenceLine[] => {
  const line = (kind: ChangeKind, text: string): DifferenceLine[] => [
    { kind, componentId, subject: null, text },
  ]
  if (one.after === null) return line('removed', `Deleted ${one.before?.title}`)
  if (one.before === null) return line('added', `Added ${one.after.title}`)
  const pageId = one.pageIdAfter ?? ''
  const index = after.pagesById[pageId]?.componentOrder.indexOf(componentId) ?? 0
  const move: SimpleOperation = { type: 'component.move', componentId, pageId, index }
  const component = one.after
  const isOtherType = one.settings.some(({ name }) => name === 'type')
  return [
    ...(one.isMoved ? line('moved', describeOperation(both, move).text) : []),
    // Another type has other settings: which ones says nothing more.
    ...(isOtherType
      ? describeSettings(both, one.settings.slice(0, 1), componentId, () => ({
          type: 'component.changeType',
          component,
        }))
      : describeSettings(both, one.settings, componentId, (changes) => ({
          type: 'component.update',
          componentId,
          changes,
        }))),
  ]
}

const describePage = (
  both: FlowState,
  after: FlowState,
  { pageId, ...page }: PageDifference,
): DifferenceLine[] => {
  const line = (kind: ChangeKind, text: string): DifferenceLine[] => [
    { kind, componentId: null, subject: null, text },
  ]
  if (page.after === null) return line('removed', 'Deleted the page')
  if (page.before === null) return line('added', 'Added the page')
  const place = after.pageOrder.indexOf(pageId) + 1
  return [
    ...describeSettings(both, page.settings, null, (changes) => ({
      type: 'page.update',
      pageId,
      changes,
    })),
    ...(page.isMoved ? line('moved', `Moved to place ${place}`) : []),
    ...(page.isPlaced ? line('moved', 'Moved on the canvas') : []),
    ...page.transitions.flatMap((one) =>
      describeTransitionDifference(both, pageId, one).map(
        ({ kind, text }): DifferenceLine => ({ kind, componentId: null, subject: null, text }),
      ),
    ),
  ]
}

const kindOfPage = (page: PageDifference | undefined, lines: readonly DifferenceLine[]) => {
  if (page?.before === null) return 'added'
  if (page?.after === null) return 'removed'
  return lines.every(({ kind }) => kind === 'moved') ? 'moved' : 'changed'
}

/** The pages that a difference is about: those that are there in order, then those that are gone. */
const listPageIds = (before: FlowState, after: FlowState): string[] => [
  ...after.pageOrder,
  ...before.pageOrder.filter((id) => after.pagesById[id] === undefined),
]

/** A difference in words, first of the flow itself, then page by page. */
export const describeDifference = ({
  before,
  after,
  settings,
  pages,
  components,
}: ReadableDifference): DifferenceGroup[] => {
  const both = unite(before, after)
  const pageById = new Map(pages.map((page) => [page.pageId, page]))
  const componentsByPage = Map.groupBy(
    components,
    ({ pageIdBefore, pageIdAfter }) => pageIdAfter ?? pageIdBefore,
  )
  const flowLines = describeSettings(both, settings, null, (changes) => ({
    type: 'flow.update',
    changes,
  }))
  const groups = listPageIds(before, after).map((pageId): DifferenceGroup => {
    const page = pageById.get(pageId)
    const lines = [
      ...(page ? describePage(both, after, page) : []),
      ...(componentsByPage.get(pageId) ?? []).flatMap((one) => describeComponent(both, after, one)),
    ]
    const title = (after.pagesById[pageId] ?? before.pagesById[pageId])?.title ?? pageId
    return { pageId, title, kind: kindOfPage(page, lines), lines }
  })
  const flow = { pageId: null, title: 'Flow', kind: 'changed' as const, lines: flowLines }
  return [flow, ...groups].filter(({ lines }) => lines.length > 0)
}
