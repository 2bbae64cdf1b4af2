import { captions } from './captions'
import { check } from './check'
import { keys, token } from './keys'
import { library } from './library'
import { meeting } from './meeting'
import { settings } from './settings'
import { shell } from './shell'

/**
 * Every sentence that a person reads in a window, apart from the errors (error-sentences.ts) and
 * what the system's own menus and dialogs say (main-messages.ts). Sentence case; functions where
 * a value stands in the sentence, which comes formatted already.
 */
export const messages = { shell, meeting, library, settings, keys, token, check, captions } as const
