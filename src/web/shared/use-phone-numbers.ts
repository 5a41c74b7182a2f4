import { useQuery } from '@tanstack/react-query'

/** The numbering plans (30 kB gzip) are fetched only where there is a phone number. */
export const loadPhoneNumbers = () => import('./phone-numbers.ts')

/** The numbering plans, once they are here. */
export const usePhoneNumbers = () =>
  useQuery({
    queryKey: ['phone-numbers'],
    queryFn: loadPhoneNumbers,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
