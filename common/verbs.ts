import { isLink } from './deep-link'
import type { QuickAction } from './model'

/** What `parley --VERB` asks of the running app, and the action that does it; a status is only read. */
export const verbs = {
  'toggle-recording': 'record-or-stop',
  pause: 'pause-or-resume',
  mark: 'mark',
  captions: 'captions',
  status: null,
} as const satisfies Record<string, QuickAction | null>

export type Verb = keyof typeof verbs
export const verbNames = Object.keys(verbs) as [Verb, ...Verb[]]

/** Verbs that start the app if it does not run; the others have nothing to do then. */
export const startingVerbs: ReadonlySet<Verb> = new Set<Verb>(['toggle-recording', 'captions'])

/** The switch with which a command starts the app to record: the window opens after the microphone. */
export const recordsFirst = 'records-first'

/**
 * The verb of a command line, or null. The last one counts.
 * SECURITY: any web page can start the app with a link; nothing that came with it is a verb.
 */
export function verbOf(argv: readonly string[]): Verb | null {
  if (argv.some(isLink)) return null
  return verbNames.findLast((name) => argv.includes(`--${name}`)) ?? null
}
