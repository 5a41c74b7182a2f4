/** The form of `<input type="email">` (HTML Living Standard), with a dot in the domain. */
const emailForm =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/

/** Whether a text is an email address; at most 254 characters (RFC 5321). */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && emailForm.test(text)
