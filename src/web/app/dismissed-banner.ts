const key = 'sandi-dismissed-banner'

/** What is kept: a banner's subject, and the day in this browser's time zone. */
const toNote = (subject: string): string => `${subject} ${new Date().toDateString()}`

/** Keeps until the day ends that somebody took note of a banner. */
export const dismissForToday = (subject: string): void => {
  try {
    localStorage.setItem(key, toNote(subject))
  } catch {
    // Storage is switched off in this browser: the banner comes back with the next reload.
  }
}

/** Whether somebody took note of a banner in this browser today. */
export const isDismissed = (subject: string): boolean => {
  try {
    return localStorage.getItem(key) === toNote(subject)
  } catch {
    return false
  }
}
