import { mainMessages } from '../menus'
import { captions } from './captions'
import { commands } from './commands'
import { check } from './check'
import { firstRun } from './first-run'
import { keys, token } from './keys'
import { library } from './library'
import { meeting } from './meeting'
import { chat, minutes } from './minutes'
import { models } from './models'
import { redaction } from './redaction'
import { settings } from './settings'
import { shell } from './shell'
import { speakers } from './speakers'

/**
 * Every sentence that a person reads in a window, apart from errors (common/text/en/errors.ts) and the
 * system's own menus and dialogs (common/text/en/menus.ts). Sentence case. A sentence that contains a
 * value is a function; the value is already formatted.
 */
export const messages = {
  shell,
  meeting,
  library,
  settings,
  keys,
  token,
  check,
  /** The same as in the notification. */
  calls: mainMessages.calls,
  forgotten: mainMessages.forgotten,
  captions,
  commands,
  firstRun,
  minutes,
  redaction,
  chat,
  models,
  speakers,
} as const
