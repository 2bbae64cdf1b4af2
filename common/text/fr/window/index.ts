import type { Translation } from '../../catalogue'
import { mainMessages } from '../menus'
import { captions } from './captions'
import { check } from './check'
import { commands } from './commands'
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

export const messages: Translation['window'] = {
  shell,
  meeting,
  library,
  settings,
  keys,
  token,
  check,
  ...(mainMessages.calls && { calls: mainMessages.calls }),
  ...(mainMessages.forgotten && { forgotten: mainMessages.forgotten }),
  captions,
  commands,
  firstRun,
  minutes,
  redaction,
  chat,
  models,
  speakers,
}
