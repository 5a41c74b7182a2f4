import { trimmedText } from './text-schema.ts'

/** As many characters as a title has room for. */
export const longestTitle = 100

/** The title of a page or a component. */
export const titleSchema = trimmedText(1, longestTitle)

/** The beginning of a title that there is room for, without half of a character at its end. */
export const cutTitle = (title: string, room = longestTitle): string =>
  title.slice(0, room).replace(/[\uD800-\uDBFF]$/, '')
