/** How many are kept. */
const most = 5

/** The names of the presets that a person added last, the newest first. */
export interface RecentPresets {
  list(): readonly string[]
  push(presetName: string): void
}

/** Where names are kept: the browser's localStorage, or something like it. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>

const read = (storage: TextStorage, key: string): string[] => {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.filter((name) => typeof name === 'string').slice(0, most)
  } catch {
    // Storage that is full, forbidden or foreign only means that nothing is remembered.
    return []
  }
}

/** Remembers what one person added last, for the next flow too. */
export const createRecentPresets = (storage: TextStorage, userId: string): RecentPresets => {
  const key = `sandi:recent-components:${userId}`
  let names = read(storage, key)
  return {
    list: () => names,
    push: (presetName) => {
      names = [presetName, ...names.filter((name) => name !== presetName)].slice(0, most)
      try {
        storage.setItem(key, JSON.stringify(names))
      } catch {
        // As above: it is remembered until the page is closed.
      }
    },
  }
}
