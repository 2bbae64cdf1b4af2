import type { Catalogue } from './catalogue'
import type { AppLanguage } from './languages'

/** What the script of a language hands to the process that runs it. */
export interface Spoken extends Catalogue {
  readonly language: AppLanguage
}

declare global {
  var parleyText: Spoken | undefined
}
