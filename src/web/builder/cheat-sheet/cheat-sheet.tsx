import { Dialog } from '#web/ui/dialog.tsx'
import { actionGroups } from '../actions/builder-action.ts'
import { builderActions } from '../actions/builder-actions.ts'
import { showShortcut } from '../actions/shortcuts.ts'

/** Every shortcut there is, made from the list of actions. */
export const CheatSheet = ({ onClose }: { onClose: () => void }) => (
  <Dialog open wide onOpenChange={onClose} title="Keyboard shortcuts">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
    <div tabIndex={0} className="grid gap-x-8 gap-y-5 pb-4 sm:grid-cols-2">
      {actionGroups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className="mb-1 text-muted text-xs">{group}</h3>
          <dl className="text-sm">
            {builderActions
              .filter((action) => action.group === group && action.shortcuts.length > 0)
              .map(({ name, label, shortcuts }) => (
                <div key={name} className="flex items-baseline justify-between gap-3 py-0.5">
                  <dt className="text-ink">{label}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {shortcuts.slice(0, 2).map((shortcut) => (
                      <kbd
                        key={shortcut}
                        className="rounded bg-subtle px-1.5 font-sans text-muted text-xs leading-5"
                      >
                        {showShortcut(shortcut)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className="text-muted text-xs sm:col-span-2">
        On the canvas, arrow keys move the selected pages. In the list of pages they walk; Enter
        goes to the settings, Escape leads back, and letters find a title.
      </p>
    </div>
  </Dialog>
)
