import { useQuery } from '@tanstack/react-query'
import { ShieldAlert } from 'lucide-react'
import { useLocation } from 'wouter'
import { conversionAlertsQuery } from '#web/shared/conversion-alerts-query.ts'
import { Link } from '#web/shared/link.tsx'

const policyPath = '/settings/otp-policy'

/** Tells owners and admins, wherever they are, that somebody may be earning by their codes. */
export const AdminBanner = () => {
  const [path] = useLocation()
  const { data = [] } = useQuery(conversionAlertsQuery)
  const count = data.filter(({ isBlocked }) => !isBlocked).length
  // The policy's own screen says more.
  if (count === 0 || path === policyPath) return null
  return (
    <aside
      aria-label="Conversion alert"
      className="flex items-start gap-2.5 border-line border-b bg-warning-soft px-4 py-2.5 text-warning-ink sm:px-8"
    >
      <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <p>
        {count === 1
          ? 'Few of the codes to one place are entered: somebody may be earning by them. '
          : `Few of the codes to ${count} places are entered: somebody may be earning by them. `}
        <Link href={policyPath} className="font-semibold underline underline-offset-2">
          Look and block
        </Link>
      </p>
    </aside>
  )
}
