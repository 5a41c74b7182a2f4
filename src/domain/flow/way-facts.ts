/**
 * What matters of the answers given so far, one letter for each fact, a blank while nothing is known:
 * which comparisons with a field hold (`=field`), what became of a component that actions show or hide
 * (`!component`), and whether the field that is asked for was met hidden (`?`). A string, because the
 * search compares it so often.
 */
export type Facts = string

/** The facts of one search: their places among the letters, and what the letters mean. */
export interface FactBook {
  /** Nothing is known. */
  nothing: Facts
  /** What is known of a fact; empty for nothing. */
  find(facts: Facts, fact: string): string
  /** The same facts and one more; a fact that nobody looks at is left out. */
  add(facts: Facts, fact: string, meaning: string): Facts
  /** Forgets what is not looked at from a page on, so that ways that do not differ meet again. */
  forget(facts: Facts, pageId: string): Facts
}

/** The first letter: every other stands for a meaning, in the order in which they came up. */
const firstLetter = 0x100
const blank = ' '

const replaceAt = (facts: Facts, slot: number, letter: string): Facts =>
  facts.slice(0, slot) + letter + facts.slice(slot + 1)

/** Keeps the facts of a search; given for each fact are the pages from which it is still looked at. */
export const createFactBook = (liveByFact: ReadonlyMap<string, ReadonlySet<string>>): FactBook => {
  const slots = new Map([...liveByFact.keys()].map((fact, slot) => [fact, slot]))
  const live = [...liveByFact.values()]
  const meanings: string[] = []
  return {
    nothing: blank.repeat(slots.size),
    find: (facts, fact) => {
      const slot = slots.get(fact)
      return slot === undefined ? '' : (meanings[facts.charCodeAt(slot) - firstLetter] ?? '')
    },
    add: (facts, fact, meaning) => {
      const slot = slots.get(fact)
      if (slot === undefined) return facts
      if (!meanings.includes(meaning)) meanings.push(meaning)
      return replaceAt(facts, slot, String.fromCharCode(firstLetter + meanings.indexOf(meaning)))
    },
    forget: (facts, pageId) => {
      let kept = facts
      for (let slot = 0; slot < live.length; slot += 1) {
        if (facts[slot] !== blank && !live[slot]?.has(pageId)) kept = replaceAt(kept, slot, blank)
      }
      return kept
    },
  }
}
