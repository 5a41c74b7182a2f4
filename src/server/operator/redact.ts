/**
 * Takes out of an error what could be a recipient or a code: email addresses, international numbers as
 * people write them, and runs of four digits and more.
 */
export const redact = (text: string): string =>
  text
    .replace(/[^\s@"'<>(]+@[^\s@"'<>)]+/g, '•••@•••')
    .replace(/\+\d(?:[\s.()-]?\d){3,}|\d{4,}/g, '••••')
