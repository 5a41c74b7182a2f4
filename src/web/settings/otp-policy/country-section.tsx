import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import type { PolicyCountry } from '#contract/otp-policy-contract.ts'
import { matchesCountry } from '#domain/billing/rate-filter.ts'
import { type Region, regions } from '#domain/shared/region.ts'
import { countryName } from '#web/shared/country-name.ts'
import { ErrorPanel } from '#web/shared/error-panel.tsx'
import { Flag } from '#web/shared/flag.tsx'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { policyCountriesQuery } from './policy-queries.ts'
import { PolicySection, type SectionProps } from './section.tsx'
import { Tick } from './tick.tsx'

interface NamedCountry extends PolicyCountry {
  countryName: string
}

type Show = 'all' | 'allowed' | 'high-risk'

interface Wanted {
  search: string
  region: Region | null
  show: Show
}

const useCountries = () => {
  const query = useQuery(policyCountriesQuery)
  const countries = useMemo(
    () =>
      query.data
        ?.map((one): NamedCountry => ({ ...one, countryName: countryName(one.country) }))
        .toSorted((a, b) => a.countryName.localeCompare(b.countryName, 'en')),
    [query.data],
  )
  return { ...query, countries }
}

/** To which countries codes may be sent by phone. */
export const CountrySection = ({ policy, change }: SectionProps) => {
  const { countries, error, refetch } = useCountries()
  const [wanted, setWanted] = useState<Wanted>({ search: '', region: null, show: 'all' })
  const { search, region, show } = useDeferredValue(wanted)
  const allowed = useMemo(() => new Set(policy.allowedCountries), [policy.allowedCountries])
  const found = countries?.filter(
    (one) =>
      (region === null || one.region === region) &&
      (show !== 'allowed' || allowed.has(one.country)) &&
      (show !== 'high-risk' || one.isHighRisk) &&
      matchesCountry(one, search),
  )
  const set = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part })
  const turn = (codes: readonly string[], isOn: boolean) =>
    change({
      allowedCountries: [
        ...policy.allowedCountries.filter((code) => !codes.includes(code)),
        ...(isOn ? codes : []),
      ],
    })
  return (
    <PolicySection
      title="Countries"
      description="By SMS and WhatsApp, codes go to these countries and to no other. Email goes everywhere."
    >
      <search className="flex flex-wrap items-end gap-3">
        <Field label="Search countries" className="grow basis-56">
          {(control) => (
            <Input
              {...control}
              type="search"
              placeholder="Name, ISO code or +62"
              value={wanted.search}
              onChange={({ target }) => set({ search: target.value })}
            />
          )}
        </Field>
        <Field label="Region" className="w-32">
          {(control) => (
            <Select
              {...control}
              value={wanted.region ?? ''}
              onChange={({ target }) =>
                set({ region: regions.find((one) => one === target.value) ?? null })
              }
            >
              <option value="">All</option>
              {regions.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Show" className="w-32">
          {(control) => (
            <Select
              {...control}
              value={wanted.show}
              onChange={({ target }) => set({ show: target.value as Show })}
            >
              <option value="all">All</option>
              <option value="allowed">Allowed</option>
              <option value="high-risk">High risk</option>
            </Select>
          )}
        </Field>
      </search>
      {error !== null && countries === undefined && (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      )}
      {found === undefined ? (
        error === null && <ListSkeleton />
      ) : (
        <CountryList countries={found} allowed={allowed} onTurn={turn} />
      )}
    </PolicySection>
  )
}

interface CountryListProps {
  countries: readonly NamedCountry[]
  allowed: ReadonlySet<string>
  onTurn: (countries: readonly string[], isOn: boolean) => void
}

const CountryList = ({ countries, allowed, onTurn }: CountryListProps) => {
  const harmless = countries.filter(({ isSupported, isHighRisk }) => isSupported && !isHighRisk)
  const on = countries.filter(({ country }) => allowed.has(country))
  const hasHighRisk = countries.some(({ isHighRisk }) => isHighRisk)
  const codesOf = (list: readonly NamedCountry[]) => list.map(({ country }) => country)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          size="small"
          disabled={harmless.every(({ country }) => allowed.has(country))}
          onClick={() => onTurn(codesOf(harmless), true)}
        >
          {hasHighRisk ? 'Allow all shown but high risk' : 'Allow all shown'}
        </Button>
        <Button
          size="small"
          disabled={on.length === 0}
          onClick={() => onTurn(codesOf(countries), false)}
        >
          Allow none shown
        </Button>
        <p role="status" className="text-muted text-sm">
          {`${on.length} of ${countries.length} shown are allowed, ${allowed.size} in all`}
        </p>
      </div>
      {countries.length === 0 ? (
        <p className="py-6 text-center text-muted">No country matches.</p>
      ) : (
        <ul
          aria-label="Countries"
          className="grid max-h-96 gap-x-6 overflow-y-auto rounded-md border border-line px-3 py-1.5 sm:grid-cols-2 lg:grid-cols-3"
        >
          {countries.map((one) => (
            <li key={one.country} className="flex min-h-9 items-center">
              <Tick
                checked={allowed.has(one.country)}
                disabled={!one.isSupported && !allowed.has(one.country)}
                onChange={(isOn) => onTurn([one.country], isOn)}
                label={<CountryLabel country={one} />}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const CountryLabel = ({ country: one }: { country: NamedCountry }) => (
  <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
    <Flag country={one.country} />
    <span>{one.countryName}</span>
    <span className="text-muted text-xs tabular-nums">{one.callingCode}</span>
    {one.isHighRisk && <Badge tone="warning">High risk</Badge>}
    {!one.isSupported && <Badge>Not supported</Badge>}
    {one.isSupported && !one.hasRate.sms && !one.hasRate.whatsapp && <Badge>No rate</Badge>}
  </span>
)
