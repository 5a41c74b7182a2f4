import { Banknote, HardHat, KeyRound, ListChecks, type LucideIcon, Workflow } from 'lucide-react'
import type { Role, Welcome } from '#contract/session-contract.ts'
import { Spinner } from '#web/ui/spinner.tsx'

type DemoAccount = Welcome['demoAccounts'][number]

const roles: Record<Role, { icon: LucideIcon; name: string; does: string }> = {
  admin: { icon: Workflow, name: 'Admin', does: 'Builds, checks and publishes Flows' },
  planner: { icon: ListChecks, name: 'Planner', does: 'Makes tasks and assigns them' },
  field_user: {
    icon: HardHat,
    name: 'Field worker',
    does: 'Does tasks, verifies by OTP; best on a phone',
  },
  billing: { icon: Banknote, name: 'Billing reviewer', does: 'Looks after rates and OTP credit' },
  owner: { icon: KeyRound, name: 'Owner', does: 'May do everything' },
}

const order = Object.keys(roles)

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  busyEmail: string | undefined
  onChoose: (account: { email: string; password: string }) => void
}

/** One click into the demo workspace, in each role. */
export const DemoAccounts = ({ accounts, busyEmail, onChoose }: DemoAccountsProps) => (
  <section aria-labelledby="demo-accounts">
    <h2 id="demo-accounts" className="font-semibold text-base text-ink">
      Or try the demo workspace
    </h2>
    <p className="mb-3 text-muted text-sm">
      Each account shows one role. Messages go to a sandbox inbox, not to people.
    </p>
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      {accounts
        .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
        .map(({ email, password, role }) => {
          const { icon: Icon, name, does } = roles[role]
          return (
            <li key={email}>
              <button
                type="button"
                disabled={busyEmail !== undefined}
                onClick={() => onChoose({ email, password })}
                className="flex min-h-14 w-full items-center gap-3 px-3.5 py-2 text-left transition-colors hover:bg-subtle focus-visible:-outline-offset-2"
              >
                <Icon aria-hidden="true" className="size-4.5 shrink-0 text-accent-ink" />
                <span className="min-w-0 grow">
                  <span className="block font-medium text-base text-ink">{name}</span>
                  <span className="block text-muted text-sm">{does}</span>
                </span>
                {busyEmail === email && <Spinner className="text-muted" />}
              </button>
            </li>
          )
        })}
    </ul>
  </section>
)
