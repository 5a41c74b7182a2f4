import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { findTexts, replaceTexts, type TextMatch } from '#domain/flow/replace-texts.ts'
import { Button } from '#web/ui/button.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { useFocusPassedOn } from '#web/ui/use-focus-passed-on.ts'
import { useFocusReturn } from '#web/ui/use-focus-return.ts'
import { attempt } from '../actions/edit-commands.ts'
import { selectComponent, selectFlow, selectPage } from '../actions/select-commands.ts'
import { type Builder, flowOf, focusSetting } from '../builder.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { MatchItem } from './match-item.tsx'

/** How many matches are listed: Replace all takes them all. */
const most = 200

const locate = (builder: Builder, { owner, path }: TextMatch): void => {
  const [setting] = path
  if (owner.kind === 'flow') selectFlow(builder)
  else if (owner.kind === 'page') selectPage(builder, owner.id)
  else selectComponent(builder, owner.id)
  const id = owner.kind === 'flow' ? '' : owner.id
  const pageId = owner.kind === 'page' ? id : flowOf(builder).pageIdByComponentId[id]
  if (pageId !== undefined) builder.canvas?.reveal(pageId)
  focusSetting(builder, setting)
}

const replace = (builder: Builder, matches: readonly TextMatch[], replacement: string): void => {
  const { operation, refused } = replaceTexts(flowOf(builder), matches, replacement)
  const isDone = operation !== undefined && attempt(builder, operation)
  const count = isDone ? matches.length - refused.length : 0
  const kept = refused.length === 0 ? '' : `; ${refused.length} can't become that`
  builder.notify(`Replaced ${count} of ${matches.length}${kept}`, {
    undo: isDone,
    topic: 'replace',
  })
}

const Option = (props: { label: string; checked: boolean; onChange: (on: boolean) => void }) => (
  <label className="flex items-center gap-1.5 text-muted text-xs">
    <input
      type="checkbox"
      checked={props.checked}
      onChange={({ target }) => props.onChange(target.checked)}
    />
    {props.label}
  </label>
)

/** Finds a text wherever people read it, and puts another one in its place. */
export const FindReplace = ({ onClose }: { onClose: () => void }) => {
  const builder = useBuilder()
  const flow = useFlow((state) => state)
  const [query, setQuery] = useState({ search: '', matchCase: false, wholeWord: false })
  const [replacement, setReplacement] = useState('')
  const returnFocus = useFocusReturn()
  const passedOn = useFocusPassedOn<HTMLDivElement>({
    items: 'li',
    within: '[data-replace]',
    rest: 'input',
  })
  const leave = () => {
    returnFocus()
    onClose()
  }
  const matches = useMemo(() => findTexts(flow, query), [flow, query])
  const found = query.search === '' ? '' : `${matches.length} found`
  return (
    <div
      role="dialog"
      {...passedOn}
      aria-label="Find and replace"
      onKeyDown={(event) => event.key === 'Escape' && leave()}
      className="absolute top-3 right-3 z-20 flex max-h-[min(32rem,calc(100%-24px))] w-80 max-w-[calc(100%-24px)] animate-rise flex-col rounded-xl bg-raised shadow-floating"
    >
      <div className="flex flex-col gap-2 p-3">
        <div className="flex items-center justify-between">
          <h2 className="font-semibold text-ink text-sm">Find and replace</h2>
          <IconButton icon={X} label="Close" size="small" tooltipSide="left" onClick={leave} />
        </div>
        <Input
          autoFocus
          aria-label="Find"
          placeholder="Find"
          value={query.search}
          onChange={({ target }) => setQuery({ ...query, search: target.value })}
        />
        <Input
          aria-label="Replace with"
          placeholder="Replace with"
          value={replacement}
          onChange={({ target }) => setReplacement(target.value)}
        />
        <div className="flex items-center gap-3">
          <Option
            label="Match case"
            checked={query.matchCase}
            onChange={(matchCase) => setQuery({ ...query, matchCase })}
          />
          <Option
            label="Whole word"
            checked={query.wholeWord}
            onChange={(wholeWord) => setQuery({ ...query, wholeWord })}
          />
          <span role="status" className="ml-auto text-muted text-xs tabular-nums">
            {found}
          </span>
        </div>
        <Button
          size="small"
          disabled={matches.length === 0}
          onClick={() => replace(builder, matches, replacement)}
        >
          Replace all
        </Button>
      </div>
      {matches.length > 0 && (
        <ul aria-label="Matches" className="min-h-0 overflow-y-auto border-line border-t p-1">
          {matches.slice(0, most).map((match) => (
            <MatchItem
              key={`${JSON.stringify(match.owner)}/${match.path.join('/')}`}
              match={match}
              replacement={replacement}
              onLocate={() => locate(builder, match)}
              onReplace={() => replace(builder, [match], replacement)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
