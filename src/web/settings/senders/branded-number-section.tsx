import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { BrandedNumber, SenderOverview } from '#contract/sender-contract.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { NumberHistory } from './number-history.tsx'
import { NumberTemplatesList } from './number-templates.tsx'
import { numberStates } from './number-words.ts'
import { RequestNumberDialog } from './request-number-dialog.tsx'
import { ownTemplatesQuery, useChangeSenders } from './sender-queries.ts'

/** The organisation's WhatsApp number of its own: asked for here, arranged by the platform operator. */
export const BrandedNumberSection = ({ overview }: { overview: SenderOverview }) => {
  const { brandedNumber, canBrand } = overview
  const [isRequesting, setRequesting] = useState(false)
  return (
    <section aria-labelledby="branded-number" className="flex flex-col gap-3">
      <h2 id="branded-number" className="font-semibold text-base text-ink">
        Branded WhatsApp number
      </h2>
      <Card>
        {brandedNumber === null ? (
          <div className="flex flex-wrap items-center justify-between gap-3 p-4">
            <div className="min-w-0">
              <p className="font-medium text-ink">No number of your own</p>
              <p className="text-muted">
                {canBrand
                  ? 'With one, recipients see the name of your organisation as the sender.'
                  : 'This installation can not arrange any: its operator has to set SECRETS_KEYS first.'}
              </p>
            </div>
            {canBrand && <Button onClick={() => setRequesting(true)}>Request a number</Button>}
          </div>
        ) : (
          <NumberPanel
            number={brandedNumber}
            overview={overview}
            onRequest={() => setRequesting(true)}
          />
        )}
      </Card>
      {isRequesting && (
        <RequestNumberDialog
          hasOfficialNumber={overview.hasOfficialNumber}
          before={brandedNumber}
          onClose={() => setRequesting(false)}
        />
      )}
    </section>
  )
}

interface NumberPanelProps {
  number: BrandedNumber
  overview: SenderOverview
  onRequest: () => void
}

const NumberPanel = ({ number, overview, onRequest }: NumberPanelProps) => {
  const { state, displayName, phoneNumber, lastError, history } = number
  const { settings, hasOfficialNumber } = overview
  const change = useChangeSenders()
  const { label, tone } = numberStates[state]
  const hasTemplates = state === 'active' || state === 'suspended'
  return (
    <div className="grid gap-6 p-4 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <div>
          <p className="flex flex-wrap items-center gap-2">
            <span className="break-words font-semibold text-base text-ink">{displayName}</span>
            <Badge tone={tone}>{label}</Badge>
          </p>
          <p className="text-muted tabular-nums">{phoneNumber}</p>
        </div>
        {lastError !== null && (
          <p className="flex gap-2 rounded-lg bg-warning-soft px-3 py-2 text-warning-ink">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span>
              {`The official number had to stand in, last on ${formatDateTime(lastError.at)}. ${lastError.text}`}
              {lastError.providerCode !== null && ` (code ${lastError.providerCode})`}
            </span>
          </p>
        )}
        <Switch
          label="Fall back to the official number"
          description={
            hasOfficialNumber
              ? 'While this number is not active, or when Meta refuses it, codes come from the official number.'
              : 'This installation has no official number that could stand in.'
          }
          checked={settings.fallsBack}
          disabled={change.isPending || (!hasOfficialNumber && !settings.fallsBack)}
          onChange={(fallsBack) => change.mutate({ ...settings, fallsBack })}
        />
        {hasTemplates && <NumberTemplatesList query={ownTemplatesQuery} />}
        {state === 'refused' && (
          <Button className="self-start" onClick={onRequest}>
            Request again
          </Button>
        )}
      </div>
      <div className="min-w-0">
        <h3 className="mb-2 font-medium text-ink">History</h3>
        <NumberHistory history={history} />
      </div>
    </div>
  )
}
