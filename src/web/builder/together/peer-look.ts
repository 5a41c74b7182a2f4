import type { Person } from './peer-store.ts'

/** White text on each of these has a contrast of at least 4.5:1, in both themes. */
const colours = [
  '#1d4ed8',
  '#be185d',
  '#15803d',
  '#b45309',
  '#7c3aed',
  '#0f766e',
  '#b91c1c',
  '#a21caf',
] as const

/** Somebody's colour: the same one for everybody who sees them. */
export const toColour = ({ userId }: Pick<Person, 'userId'>): string => {
  let sum = 0
  for (const letter of userId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return colours[sum % colours.length] ?? colours[0]
}

/** The first letters of the first and the last name. */
export const toInitials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('') || '?'
}

/** One entry for each person, however many tabs they have open. */
export const listPersons = (people: readonly Person[]): Person[] =>
  people.filter(
    ({ userId }, index) => people.findIndex((person) => person.userId === userId) === index,
  )
