// The texts of a process with Node: English, until `fill` writes another language in their place. A page
// has page-source.ts instead.
import type { Catalogue } from './catalogue'
import * as actions from './en/actions'
import * as errors from './en/errors'
import * as exports from './en/exports'
import * as menus from './en/menus'
import * as templates from './en/templates'
import * as window from './en/window'
import { languages, type AppLanguage } from './languages'

export const actionText: Catalogue['actions'] = actions.actionText
export const runningActionText: Catalogue['runningActions'] = actions.runningActionText
export const errorSentences: Catalogue['errors'] = errors.errorSentences
export const errorDetails: Catalogue['errorDetails'] = errors.errorDetails
export const exportMessages: Catalogue['exports'] = exports.exportMessages
export const mainMessages: Catalogue['menus'] = menus.mainMessages
export const builtInTemplates: Catalogue['templates'] = templates.builtInTemplates
export const messages: Catalogue['window'] = window.messages

/** The language of these texts. */
export const appLanguage: AppLanguage = { ...languages.en }
