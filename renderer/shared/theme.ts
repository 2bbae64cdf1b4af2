import type { Settings } from '../../common/model'

/** Draws the page in this theme. */
export function showTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}

/** Draws the page with more contrast or less motion than the system asks for. */
export function showComfort({ contrast, motion }: Pick<Settings, 'contrast' | 'motion'>): void {
  const { dataset } = document.documentElement
  if (contrast === 'system') delete dataset['contrast']
  else dataset['contrast'] = contrast
  if (motion === 'system') delete dataset['motion']
  else dataset['motion'] = motion
}
