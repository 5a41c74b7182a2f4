import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { CommandGroup, CommandItem, CommandList } from '#web/ui/command-list.tsx'
import { useFocusReturn } from '#web/ui/use-focus-return.ts'
import { shortcutOf } from '../actions/shortcuts.ts'
import { useBuilder } from '../builder-context.tsx'
import { type Command, findCommands } from './find-commands.ts'

const Line = (props: { group: string; command: Command; onPick: () => void }) => {
  const { group, command, onPick } = props
  const { label, detail, objection, action } = command
  const shortcut = action && shortcutOf(action)
  const aside = objection ?? detail
  return (
    <CommandItem
      value={`${group}/${command.key}`}
      disabled={objection !== undefined}
      onSelect={onPick}
    >
      <span className="min-w-0 grow truncate">{label}</span>
      {aside !== undefined && (
        <span className="max-w-[45%] shrink-0 truncate text-muted text-xs">{aside}</span>
      )}
      {shortcut !== undefined && (
        <kbd className="shrink-0 font-sans text-muted text-xs">{shortcut}</kbd>
      )}
    </CommandItem>
  )
}

/** Everything by a few letters: actions, components, pages, settings, additions, problems. */
export const CommandPalette = ({ typed, onClose }: { typed: string; onClose: () => void }) => {
  const builder = useBuilder()
  const [search, setSearch] = useState(typed)
  const [picked, setPicked] = useState<Command>()
  const returnFocus = useFocusReturn()
  return (
    <Dialog.Root open={picked === undefined} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-40 flex max-h-[70dvh] w-[36rem] max-w-[calc(100vw-24px)] -translate-x-1/2 animate-rise flex-col rounded-xl bg-raised shadow-floating outline-none"
          // What was picked may take the focus, so it runs after the focus has gone back.
          onCloseAutoFocus={(event) => {
            returnFocus(event)
            setTimeout(() => {
              onClose()
              picked?.run()
            })
          }}
        >
          <Dialog.Title className="sr-only">Search everything</Dialog.Title>
          <CommandList
            label="Search everything"
            placeholder="Search components, pages, settings and actions"
            search={search}
            onSearch={setSearch}
            empty="Nothing found."
          >
            {findCommands(builder, search).map(({ label, commands }) => (
              <CommandGroup key={label} label={label}>
                {commands.map((command) => (
                  <Line
                    key={`${label}/${command.key}`}
                    group={label}
                    command={command}
                    onPick={() => setPicked(command)}
                  />
                ))}
              </CommandGroup>
            ))}
          </CommandList>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
