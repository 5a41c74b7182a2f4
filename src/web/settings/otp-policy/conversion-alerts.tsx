import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ConversionAlert, OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import { maskBlock } from '#domain/otp/number-block.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { conversionAlertsQuery } from '#web/shared/conversion-alerts-query.ts'
import { countryName } from '#web/shared/country-name.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/toast.ts'
import { takeSaved } from './policy-queries.ts'

const nameOf = ({ kind, place }: ConversionAlert): string =>
  kind === 'country' ? countryName(place) : maskBlock(place)

/** Blocks a place, or unblocks it; `isBlocked` is what it is before. */
const turn = ({ place, isBlocked }: ConversionAlert): Promise<OtpPolicySettings> => {
  const { blocks } = api.v1.settings['otp-policy']
  const request = { param: { place } }
  return call(isBlocked ? blocks[':place'].$delete(request) : blocks[':place'].$put(request))
}

/** Places at which few of the codes that were sent there were entered, each with a block. */
export const ConversionAlerts = () => {
  const { data: alerts = [] } = useQuery(conversionAlertsQuery)
  if (alerts.length === 0) return null
  return (
    <ul aria-label="Conversion alerts" className="flex flex-col gap-2">
      {alerts.map((alert) => (
        <AlertNotice key={alert.id} alert={alert} />
      ))}
    </ul>
  )
}

const AlertNotice = ({ alert }: { alert: ConversionAlert }) => {
  const client = useQueryClient()
  const { sent, verified, isBlocked, raisedAt } = alert
  const name = nameOf(alert)
  const { mutate, isPending } = useMutation({
    mutationFn: () => turn(alert),
    onSuccess: (settings) => {
      takeSaved(client, settings)
      toast(isBlocked ? `${name} is unblocked` : `${name} is blocked`, { tone: 'success' })
    },
    onError: (error) => toast(toMessage(error), { tone: 'error' }),
  })
  const Icon = isBlocked ? ShieldCheck : ShieldAlert
  return (
    <li
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-4 py-3 ${
        isBlocked ? 'bg-subtle text-ink' : 'bg-warning-soft text-warning-ink'
      }`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold">
          {isBlocked ? `${name}: blocked` : `Few codes to ${name} are entered`}
        </p>
        <p>
          {`${verified} of ${sent} (${Math.floor((verified / Math.max(1, sent)) * 100)} %) were entered. Noticed ${formatDateTime(raisedAt)}.`}
        </p>
      </div>
      <Button busy={isPending} onClick={() => mutate()}>
        {`${isBlocked ? 'Unblock' : 'Block'} ${name}`}
      </Button>
    </li>
  )
}
