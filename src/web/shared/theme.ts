export type Theme = 'light' | 'dark' | 'system'

const key = 'sandi-theme'

const isTheme = (value: unknown): value is Theme =>
  value === 'light' || value === 'dark' || value === 'system'

/** The theme that was chosen in this browser; the system's unless one was. */
export const getTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(key)
    return isTheme(stored) ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme: `data-theme` on the root element, none for the system's. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Shows a theme and remembers it; where nothing can be stored it holds until the page is left. */
export const chooseTheme = (theme: Theme): void => {
  applyTheme(theme)
  try {
    localStorage.setItem(key, theme)
  } catch {
    // Storage is switched off in this browser.
  }
}
