import { actionText, runningActionText } from './actions'
import { errorDetails, errorSentences } from './errors'
import { exportMessages } from './exports'
import { mainMessages } from './menus'
import { builtInTemplates } from './templates'
import { messages } from './window'

/** Everything that Parley says, in English. It gives every other language its type. */
export const english = {
  actions: actionText,
  runningActions: runningActionText,
  errors: errorSentences,
  errorDetails,
  exports: exportMessages,
  menus: mainMessages,
  templates: builtInTemplates,
  window: messages,
} as const
