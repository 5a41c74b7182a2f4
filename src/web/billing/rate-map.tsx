import clsx from 'clsx'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { memo, useMemo, useState } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json'
import type { CountryRate } from '#contract/rate-contract.ts'
import { type BillingCurrency, formatValue } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import type { PhoneChannel } from '#domain/billing/rate-filter.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Card } from '#web/ui/card.tsx'
import { findMapCountry } from './map-countries.ts'

interface RateMapProps {
  /** The countries that are looked for; the others are left blank. */
  rates: readonly CountryRate[]
  channel: PhoneChannel
  currency: BillingCurrency
  onOpen: (country: string) => void
}

const size = { width: 960, height: 470 }

// Imported JSON is typed by its values, with wider types than a topology has.
const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>

const drawShapes = () => {
  const { features } = feature(topology, topology.objects.countries)
  const shown = features.filter(({ properties }) => properties.name !== 'Antarctica')
  const projection = geoNaturalEarth1().fitSize([size.width, size.height], {
    type: 'FeatureCollection',
    features: shown,
  })
  const draw = geoPath(projection).digits(1)
  return shown.map((shape) => ({
    name: shape.properties.name,
    country: findMapCountry(shape.id, shape.properties.name),
    path: draw(shape) ?? '',
  }))
}

/** How much of the accent each fifth of the countries gets, from the cheapest on. */
const strengths = [14, 32, 52, 74, 100]
const fillOf = (step: number) =>
  `color-mix(in oklab, var(--accent) ${strengths[step]}%, var(--surface))`

/** The highest price of each fifth. */
const findSteps = (prices: readonly number[]): number[] => {
  const sorted = prices.toSorted((a, b) => a - b)
  return strengths.map(
    (_, step) => sorted[Math.ceil(((step + 1) / strengths.length) * sorted.length) - 1] ?? 0,
  )
}

/** The world by what a code costs. It shows what the table says, which is there for the keyboard. */
export const RateMap = memo(({ rates, channel, currency, onOpen }: RateMapProps) => {
  const shapes = useMemo(drawShapes, [])
  const [pointed, setPointed] = useState<string>()
  const byCountry = useMemo(() => new Map(rates.map((rate) => [rate.country, rate])), [rates])
  const steps = useMemo(
    () => findSteps(rates.flatMap((rate) => (rate[channel] === null ? [] : Number(rate[channel])))),
    [rates, channel],
  )
  const label = channelLabels[channel]
  const told = pointed === undefined ? undefined : byCountry.get(pointed)
  const credits = told?.[channel]
  return (
    <Card className="flex flex-col gap-2 p-4">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`World map of ${label} rates. The table below has the same rates.`}
        className="h-auto w-full"
      >
        <defs>
          <pattern id="no-rate" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="var(--surface)" />
            <path d="M0 6 6 0" stroke="var(--control)" strokeWidth="1" />
          </pattern>
        </defs>
        {shapes.map(({ name, country, path }) => {
          const rate = country === undefined ? undefined : byCountry.get(country)
          const price = rate?.[channel] ?? null
          const step = steps.findIndex((most) => Number(price) <= most)
          const fill =
            rate === undefined ? 'var(--subtle)' : price === null ? 'url(#no-rate)' : fillOf(step)
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table below does the same by keyboard
            <path
              key={name}
              d={path}
              fill={fill}
              stroke="var(--line)"
              strokeWidth={country === pointed ? 2 : 0.5}
              className={clsx(rate !== undefined && 'cursor-pointer hover:stroke-ink')}
              onPointerEnter={() => setPointed(country)}
              onPointerLeave={() => setPointed(undefined)}
              onClick={() => rate !== undefined && onOpen(rate.country)}
            />
          )
        })}
      </svg>
      <p aria-live="polite" className="min-h-5 text-center text-ink tabular-nums">
        {told === undefined
          ? `${label}, credits a code. Point at a country.`
          : credits === null || credits === undefined
            ? `${told.countryName}: no ${label} rate`
            : `${told.countryName}: ${formatCredits(credits)} credits (${formatValue(parseCredits(credits), currency)})`}
      </p>
      <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-muted text-xs">
        {steps.map((most, step) => (
          <li key={strengths[step]} className="flex items-center gap-1.5 tabular-nums">
            <span
              className="size-3 rounded-sm border border-line"
              style={{ background: fillOf(step) }}
            />
            {step === 0
              ? `up to ${most.toFixed(2)}`
              : `${(steps[step - 1] ?? 0).toFixed(2)} – ${most.toFixed(2)}`}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <svg aria-hidden="true" className="size-3 rounded-sm border border-control">
            <rect width="12" height="12" fill="url(#no-rate)" />
          </svg>
          no rate
        </li>
      </ul>
    </Card>
  )
})
