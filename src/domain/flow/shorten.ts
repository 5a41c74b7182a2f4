const longest = 40

/** A text that is short enough to stand in a sentence. */
export const shorten = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text
