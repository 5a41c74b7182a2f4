/** A name with the lowest number that makes it free: "Pickup", "Pickup 2", "Pickup 3". At most 100 characters. */
export const findFreeName = (wanted: string, taken: readonly string[]): string => {
  const stem = wanted.replace(/ \d+$/, '')
  let name = wanted
  for (let number = 2; taken.includes(name); number += 1) {
    const suffix = ` ${number}`
    name = stem.slice(0, 100 - suffix.length) + suffix
  }
  return name
}
