import clsx from 'clsx'
import { toColour, toInitials } from './peer-look.ts'
import type { Person } from './peer-store.ts'

/** Somebody as a coloured disc with initials, which are a picture and not to be read out. */
export const Avatar = ({ person, small = false }: { person: Person; small?: boolean }) => (
  <span
    role="img"
    aria-label={person.name}
    title={person.name}
    style={{ backgroundColor: toColour(person) }}
    data-initials={toInitials(person.name)}
    className={clsx(
      'grid shrink-0 place-items-center rounded-full font-semibold text-white ring-2 ring-surface before:content-[attr(data-initials)]',
      small ? 'size-5 text-[10px]' : 'size-7 text-[11px]',
    )}
  />
)
