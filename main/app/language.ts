import { join } from 'node:path'
import { app } from 'electron'
import * as texts from '../../common/text'
import { chooseLanguage } from '../../common/text/languages'
import { createLog, speak, textFile } from '../platform'
import { storedLanguage } from '../settings'

const log = createLog('language')

/**
 * Makes main speak the language of the settings or of the system, and returns the script with which the
 * pages do the same. `pseudo` names a pseudo-language of a test build.
 */
export function speakLanguage(pseudo: string | null): string {
  const dist = join(app.getAppPath(), 'dist')
  const asked = app.commandLine.getSwitchValue('lang')
  const preferred = [...(asked === '' ? [] : [asked]), ...app.getPreferredSystemLanguages()]
  const code = pseudo ?? chooseLanguage(storedLanguage(app.getPath('userData')), preferred)
  const { actionText, appLanguage, builtInTemplates, errorDetails } = texts
  try {
    speak(textFile(dist, code), {
      actions: actionText,
      runningActions: texts.runningActionText,
      errors: texts.errorSentences,
      errorDetails,
      exports: texts.exportMessages,
      menus: texts.mainMessages,
      templates: builtInTemplates,
      language: appLanguage,
    })
  } catch (cause) {
    log.error('language not loaded', { code, cause })
    return textFile(dist, 'en')
  }
  return textFile(dist, code)
}
