/** Characters that a file system, or a header, gives a meaning of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out.
const unfit = /[\u0000-\u001f\u007f"*/:<>?\\|]+/g

/** The name of a flow's file in a format: "Pickup.mileapp.json". */
export const toFileName = (name: string, format: 'sandi' | 'mileapp'): string => {
  const stem = name
    .toWellFormed()
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  return `${stem === '' ? 'Flow' : stem}.${format}.json`
}
