import type { Translation } from '../catalogue'
import { actionText, runningActionText } from './actions'
import { errorDetails, errorSentences } from './errors'
import { exportMessages } from './exports'
import { mainMessages } from './menus'
import { builtInTemplates } from './templates'
import { messages } from './window'

export const translation: Translation = {
  actions: actionText,
  runningActions: runningActionText,
  errors: errorSentences,
  errorDetails,
  exports: exportMessages,
  menus: mainMessages,
  templates: builtInTemplates,
  window: messages,
}
