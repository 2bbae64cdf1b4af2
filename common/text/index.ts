// Every sentence that a person reads, in the language of the app. Those of the window are in `window.ts`.
export {
  actionText,
  appLanguage,
  builtInTemplates,
  errorDetails,
  errorSentences,
  exportMessages,
  mainMessages,
  runningActionText,
} from './text-source'
