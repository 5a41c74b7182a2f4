/** A name of the code's in words: `minimumLength` and `minimum-length` are "Minimum length". */
export const toWords = (name: string): string => {
  const words = name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('-', ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A thing with its article: "an Email", "a Phone Number". */
export const withArticle = (thing: string): string =>
  `${/^[aeiou]/i.test(thing) ? 'an' : 'a'} ${thing}`
