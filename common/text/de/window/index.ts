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
import { settings } from './settings'
import { shell } from './shell'

export const messages: Partial<Translation['window']> = {
  shell,
  meeting,
  library,
  settings,
  keys,
  token,
  check,
  ...(mainMessages.calls && { calls: mainMessages.calls }),
  captions,
  commands,
  firstRun,
  minutes,
  chat,
}
