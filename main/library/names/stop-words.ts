import {
  ara,
  ces,
  dan,
  deu,
  ell,
  eng,
  fin,
  fra,
  heb,
  hin,
  hun,
  ind,
  ita,
  jpn,
  kor,
  nld,
  nob,
  pol,
  por,
  ron,
  rus,
  spa,
  swe,
  tha,
  tur,
  ukr,
  vie,
  zho,
} from 'stopword'
import { foldedWords } from '../search/search-words'

/** By the two letters of a language. */
const lists: Readonly<Record<string, readonly string[]>> = {
  ar: ara,
  cs: ces,
  da: dan,
  de: deu,
  el: ell,
  en: eng,
  es: spa,
  fi: fin,
  fr: fra,
  he: heb,
  hi: hin,
  hu: hun,
  id: ind,
  it: ita,
  ja: jpn,
  ko: kor,
  nb: nob,
  nl: nld,
  no: nob,
  pl: pol,
  pt: por,
  ro: ron,
  ru: rus,
  sv: swe,
  th: tha,
  tr: tur,
  uk: ukr,
  vi: vie,
  zh: zho,
}
const sets = new Map<string, ReadonlySet<string>>()

/** The words of a language that carry no meaning by themselves, folded; empty if it is not known. */
export function stopWordsOf(language: string | null): ReadonlySet<string> {
  const key = (language ?? 'en').slice(0, 2).toLowerCase()
  let found = sets.get(key)
  if (found === undefined) {
    found = new Set((lists[key] ?? []).flatMap((word) => foldedWords(word).map((w) => w.word)))
    sets.set(key, found)
  }
  return found
}
