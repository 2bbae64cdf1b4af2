import { appLanguage } from '../../common/text'

/** Tells the page its language and its direction, before anything is drawn. */
export function applyLanguage(): void {
  document.documentElement.lang = appLanguage.tag
  document.documentElement.dir = appLanguage.direction
}
