import { useCallback, useMemo, useState } from 'react'
import type { Severity } from '#domain/components/component-problem.ts'
import { useFlow, useProblems, useSession } from '../builder-context.tsx'
import { primaryComponentId, primaryPageId } from '../state/selection.ts'
import { type OutlinePageMatch, parseOutlineQuery, searchOutline } from './outline-query.ts'
import { layOutOutline } from './outline-rows.ts'

/** Flows up to this size are shown whole; in larger ones only the page that is worked on is open. */
const shownWhole = 100

const nothing: ReadonlyMap<string, Severity> = new Map()

/** What a search finds; nothing is derived, and nothing is rendered by edits, while there is none. */
const useMatches = (search: string): OutlinePageMatch[] | undefined => {
  const isSearching = search.trim() !== ''
  const flow = useFlow((state) => (isSearching ? state : undefined))
  const problems = useProblems(({ worstById }) => (isSearching ? worstById : nothing))
  return useMemo(
    () => flow && searchOutline(flow, parseOutlineQuery(search), problems),
    [flow, problems, search],
  )
}

/** The pages of the outline with what is shown of them, for a search. */
export const useOutlineBlocks = (search: string) => {
  const matches = useMatches(search)
  const pageOrder = useFlow((flow) => flow.pageOrder)
  const pagesById = useFlow((flow) => flow.pagesById)
  const isWhole = useFlow((flow) => Object.keys(flow.componentsById).length <= shownWhole)
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const selection = useSession((session) => session.selection)
  const selectedOn = useFlow(
    (flow) =>
      flow.pageIdByComponentId[primaryComponentId(selection) ?? ''] ?? primaryPageId(selection),
  )
  const fold = useCallback(
    (pageId: string, open: boolean) => setFolds((known) => new Map(known).set(pageId, open)),
    [],
  )
  const blocks = useMemo(() => {
    const pages =
      matches ??
      pageOrder.map((pageId) => ({
        pageId,
        componentIds: pagesById[pageId]?.componentOrder ?? [],
      }))
    return layOutOutline(
      pages,
      ({ pageId }) =>
        matches !== undefined || (folds.get(pageId) ?? (isWhole || pageId === selectedOn)),
    )
  }, [matches, pageOrder, pagesById, folds, isWhole, selectedOn])
  return { blocks, fold, selection }
}
