import { useQuery } from '@tanstack/react-query'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { useBuilder, useHistory, useSaveState } from '../builder-context.tsx'
import { flowQuery } from '../flow-query.ts'

const looks: Record<string, [tone: BadgeTone, label: string]> = {
  draft: ['neutral', 'Draft'],
  published: ['success', 'Published'],
  changed: ['warning', 'Unpublished changes'],
}

/** Whether tasks can be made from the flow, and whether they get what is on the screen. */
export const PublishedBadge = () => {
  const { flowId } = useBuilder()
  const { data } = useQuery(flowQuery(flowId))
  const { canUndo } = useHistory()
  const revision = useSaveState((state) => state.revision)
  const isUnsaved = useSaveState((state) => state.status !== 'saved')
  if (data === undefined) return null
  const isChanged =
    data.state === 'published' && (revision !== data.revision || (isUnsaved && canUndo))
  const [tone, label] = looks[isChanged ? 'changed' : data.state] ?? ['neutral', data.state]
  return <Badge tone={tone}>{label}</Badge>
}
