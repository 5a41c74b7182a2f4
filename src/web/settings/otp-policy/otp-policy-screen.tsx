import { useQuery } from '@tanstack/react-query'
import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import { QueryView } from '#web/shared/query-view.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { AlertSection } from './alert-section.tsx'
import { CapSection } from './cap-section.tsx'
import { CodeSection } from './code-section.tsx'
import { ConversionAlerts } from './conversion-alerts.tsx'
import { CountrySection } from './country-section.tsx'
import { LimitSection } from './limit-section.tsx'
import { NumberTypeSection } from './number-type-section.tsx'
import { policyQuery } from './policy-queries.ts'
import { PrefixSection } from './prefix-section.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

/** What holds for the codes of the organisation. */
export const OtpPolicyScreen = () => {
  const query = useQuery(policyQuery)
  return (
    <Screen
      title="OTP policy"
      description="What holds for every code that this organisation sends: how it is, where it goes, and how much may be spent."
    >
      <ConversionAlerts />
      <QueryView query={query} loading={<Skeleton className="h-96" />}>
        {(settings) => <PolicyForm settings={settings} />}
      </QueryView>
    </Screen>
  )
}

const PolicyForm = ({ settings }: { settings: OtpPolicySettings }) => {
  const draft = usePolicyDraft(settings)
  const { policy, change, errors } = draft
  const section = { policy, change, errors }
  return (
    <form
      aria-label="OTP policy"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.isChanged && errors.size === 0) draft.save()
      }}
    >
      <CodeSection {...section} />
      <CapSection {...section} settings={settings} />
      <CountrySection {...section} />
      <LimitSection {...section} />
      <NumberTypeSection {...section} />
      <AlertSection {...section} />
      <PrefixSection {...section} />
      <SaveBar draft={draft} />
    </form>
  )
}

/** Stays in sight while there is something to save. */
const SaveBar = ({ draft }: { draft: ReturnType<typeof usePolicyDraft> }) => {
  const { errors, isChanged, isOverlaid, isSaving, discard } = draft
  if (!isChanged && !isSaving) return null
  const note =
    errors.size > 0
      ? 'Some settings are out of bounds: they are marked.'
      : isOverlaid
        ? 'Somebody else saved meanwhile. Their changes are shown with yours: look, then save again.'
        : 'Not saved yet.'
  return (
    <div className="sticky bottom-14 z-10 flex flex-wrap items-center justify-end gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-floating sm:bottom-3">
      <p role="status" className="grow text-muted text-sm">
        {note}
      </p>
      <Button onClick={discard}>Discard</Button>
      <Button type="submit" variant="primary" busy={isSaving} disabled={errors.size > 0}>
        Save
      </Button>
    </div>
  )
}
