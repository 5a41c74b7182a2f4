/** The component whose answer a View shows, when its value is of the form `$componentId`. */
export const findShownComponentId = (value: string): string | undefined =>
  /^\$([a-z][a-zA-Z0-9]*)$/.exec(value.trim())?.[1]
