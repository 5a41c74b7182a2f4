import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { RateFilter } from '#domain/billing/rate-filter.ts'
import { regions } from '#domain/shared/region.ts'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { useUrlState } from '#web/shared/use-url-state.ts'
import { type RateOrder, rateColumns } from './sort-rates.ts'

/** The yes-or-no filters, as they stand in the address. */
const flags = ['allowed', 'used', 'changed', 'withoutRate'] as const
type RateFlag = (typeof flags)[number]

const phoneChannels = ['whatsapp', 'sms'] as const

/** What is to be seen of the rates. All of it is in the address. */
export const useRateFilter = () => {
  const url = useUrlState()
  const [search, setSearch] = useState(() => url.get('search'))
  // An object, so that typing something and taking it back is typing, too.
  const typed = useMemo(() => ({ search }), [search])
  const settled = useDebouncedValue(typed, 300)
  useEffect(() => url.set({ search: settled.search }), [settled, url])
  const deferred = useDeferredValue(search)
  const filter = useMemo(
    (): RateFilter => ({
      search: deferred,
      country: null,
      region: regions.find((region) => region === url.get('region')) ?? null,
      channel: phoneChannels.find((channel) => channel === url.get('channel')) ?? null,
      allowed: url.has('allowed'),
      used: url.has('used'),
      changed: url.has('changed'),
      withoutRate: url.has('withoutRate'),
    }),
    [deferred, url],
  )
  const order = useMemo(
    (): RateOrder => ({
      column: rateColumns.find((column) => column === url.get('sort')) ?? 'country',
      direction: url.has('descending') ? 'descending' : 'ascending',
    }),
    [url],
  )
  const pinned = useMemo(() => new Set(url.get('pinned').split(',').filter(Boolean)), [url])
  const { set } = url
  return {
    search,
    /** The search once it rests, for questions to the server. */
    settledSearch: settled.search,
    /** Whether nobody is typing a search. */
    isResting: settled === typed,
    setSearch,
    filter,
    set,
    setFlag: (flag: RateFlag, on: boolean) => set({ [flag]: on ? 'true' : '' }),
    clear: () => {
      setSearch('')
      set({
        search: '',
        region: '',
        channel: '',
        ...Object.fromEntries(flags.map((flag) => [flag, ''])),
      })
    },
    order,
    setOrder: ({ column, direction }: RateOrder) =>
      set({
        sort: column === 'country' ? '' : column,
        descending: direction === 'descending' ? 'true' : '',
      }),
    pinned,
    togglePin: useCallback(
      (country: string) => {
        const others = [...pinned].filter((other) => other !== country)
        set({ pinned: (pinned.has(country) ? others : [...others, country]).join(',') })
      },
      [pinned, set],
    ),
    day: url.get('at'),
    isMap: url.get('view') === 'map',
  }
}

export type RateView = ReturnType<typeof useRateFilter>
