// Takes the place of text-source.ts in a page: its text.js has run before, in the language of the app.
import './spoken'

if (globalThis.parleyText === undefined) throw new Error('The page has no text.js')

export const {
  actions: actionText,
  runningActions: runningActionText,
  errors: errorSentences,
  errorDetails,
  exports: exportMessages,
  menus: mainMessages,
  templates: builtInTemplates,
  window: messages,
  language: appLanguage,
} = globalThis.parleyText
