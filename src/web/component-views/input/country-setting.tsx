import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { countryName } from '#web/shared/country-name.ts'
import { ChoiceSetting } from '../shared/setting-controls.tsx'

interface CountrySettingProps {
  name: string
  label: string
  description: ReactNode
  value: string | null
  onChange: (country: string | null) => void
}

const loadCountries = async () => {
  const { getCountries, getCountryCallingCode } = await import('libphonenumber-js/min')
  return getCountries()
    .map((country) => ({
      country: country as string,
      label: `${countryName(country)} (+${getCountryCallingCode(country)})`,
    }))
    .sort((left, right) => left.label.localeCompare(right.label))
}

/** A country with its calling code, or none. */
export const CountrySetting = ({ value, onChange, ...labels }: CountrySettingProps) => {
  const { data: countries = [] } = useQuery({
    queryKey: ['calling-countries'],
    queryFn: loadCountries,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <ChoiceSetting
      {...labels}
      value={value ?? ''}
      onChange={(country) => onChange(country === '' ? null : country)}
    >
      <option value="">None: ask for the international form</option>
      {countries.length === 0 && value !== null && <option value={value}>{value}</option>}
      {countries.map(({ country, label }) => (
        <option key={country} value={country}>
          {label}
        </option>
      ))}
    </ChoiceSetting>
  )
}
