/** What is really set: a key without a value must not blot out what is there. */
export const dropUndefined = <Changes extends object>(changes: Changes) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
