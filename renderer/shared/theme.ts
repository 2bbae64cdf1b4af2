import type { Settings } from '../../preload/model'

/** Draws the page in this theme. */
export function showTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}
