import type { NameSuggestion, WordlessTurn } from '../../../common/model'
import { isUnnamed, speakerLabel } from '../../../common/speaker-name'
import { stopWordsOf } from './stop-words'

/** A first name, or a first and a last name. */
const name = String.raw`(?<name>\p{Lu}[\p{L}'’]+(?:[ -]\p{Lu}[\p{L}'’]+)?)`
const end = String.raw`(?=$|[\s,.;:!?–-])`
/** How people introduce themselves: anywhere, or only as a whole sentence. */
const patterns: readonly RegExp[] = [
  String.raw`(?:^|[\s,])(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s) ${name}${end}`,
  String.raw`(?:^|[.!?] )(?:[Tt]his is|[Ii]t['’]s) ${name}(?= (?:here|speaking|from)\b|[.,!]|$)`,
  String.raw`(?:^|[.!?] |, )${name} (?:here|speaking)(?=[.,!]|$)`,
  String.raw`(?:^|[\s,])(?:[Ii]ch bin(?: der| die)?|[Mm]ein Name ist|[Ii]ch heiße) ${name}${end}`,
  String.raw`(?:^|[\s,])(?:[Jj]e suis|[Jj]e m['’]appelle) ${name}${end}`,
  String.raw`(?:^|[\s,])(?:[Ss]oy|[Mm]e llamo|[Mm]i nombre es) ${name}${end}`,
].map((pattern) => new RegExp(pattern, 'u'))

/** Capitalised words that are no names, among them what people say that they are. */
const noNames = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july',
    'august september october november december english american british german french spanish italian',
    'european indian chinese japanese canadian australian irish scottish dutch polish russian',
    'christian catholic jewish muslim okay ok yes no god',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Returns a name for each speaker who has only a label and says their own name, with the first turn in
 * which they do. A first name is completed from the people of the appointment if one of them alone has
 * it. Nothing is set: a person decides.
 */
export function suggestNames(
  turns: readonly WordlessTurn[],
  people: readonly string[] = [],
): NameSuggestion[] {
  const taken = new Set(
    turns.flatMap(({ speaker }) => (speaker === null || isUnnamed(speaker) ? [] : speaker)),
  )
  const found = new Map<string, NameSuggestion>()
  for (const turn of turns) {
    const label = speakerLabel(turn.speaker)
    const isRead = turn.isFinal && !turn.echo
    if (label === null || !isUnnamed(label) || !isRead || found.has(label)) continue
    const said = introduced(turn.text, turn.language)
    const own = said === null ? null : wholeName(said, people)
    if (own === null || taken.has(own)) continue
    const { sessionId, turnOrder, startMs } = turn
    found.set(label, {
      turn: { sessionId, turnOrder },
      label,
      name: own,
      by: 'words',
      atMs: startMs,
    })
  }
  return [...found.values()]
}

/** Ana of the appointment's Ana Kim; Ana as she said it if there are two of them, or none. */
function wholeName(said: string, people: readonly string[]): string {
  const first = `${said.toLowerCase()} `
  const [one, ...more] = people.filter((name) => name.toLowerCase().startsWith(first))
  return one !== undefined && more.length === 0 ? one : said
}

/** The name that somebody gives as their own, or null. */
function introduced(text: string, language: string | null): string | null {
  const stopWords = stopWordsOf(language)
  for (const pattern of patterns) {
    const own = pattern.exec(text)?.groups?.['name']
    if (own === undefined || own.length > 40) continue
    const words = own.toLowerCase().split(/[ -]/)
    if (!words.some((word) => noNames.has(word) || stopWords.has(word))) return own
  }
  return null
}
