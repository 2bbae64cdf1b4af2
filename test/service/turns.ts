import { createToneDecoder } from '../speech/decoder'
import { wordText, type ToneWord } from '../speech/tones'
import type { TurnBehaviour } from './options'
import { turn, turnWord, type Message, type TurnWord } from './messages'
import type { SessionParameters } from './parameters'

/** A message to send, this long from now. */
export interface TimedMessage {
  readonly message: Message
  readonly delayMs: number
}

/** Makes the turns of one session from its sound. It knows no clock and no socket. */
export interface TurnMaker {
  audio(bytes: Uint8Array): TimedMessage[]
  forceEndpoint(): TimedMessage[]
  /** Ends the session: an open turn becomes final. */
  finish(): TimedMessage[]
  setMinTurnSilence(ms: number): void
  setLanguages(languages: readonly string[]): void
  /** True while a turn has words and no end. */
  readonly isOpen: boolean
}

/**
 * Sound is processed in portions of this length, so that the end of a turn inside a long frame is
 * found.
 */
const portionMs = 20
/** An early utterance comes after this part of the silence that ends the turn. */
const earlyPart = 0.6

export function createTurnMaker(
  parameters: SessionParameters,
  behaviour: () => TurnBehaviour,
  onWord: (word: ToneWord) => void,
): TurnMaker {
  const decoder = createToneDecoder(parameters.sampleRate)
  const pro = parameters.style === 'pro'
  const portion = Math.round((parameters.sampleRate * portionMs) / 1_000) * 2
  let minTurnSilenceMs = parameters.minTurnSilenceMs
  let language = parameters.languages[0] ?? 'en'
  let order = 0
  let words: ToneWord[] = []
  let said = ''
  let saidAtMs = -Infinity
  let early = false
  let deafUntilMs = 0
  const ended: { order: number; words: ToneWord[] }[] = []

  /** More people than the limit are merged. */
  const speakers = () => behaviour().speakers.slice(0, parameters.maxSpeakers ?? undefined)
  const isOpen = (): boolean => words.length > 0 || said !== ''

  function hear(word: ToneWord): void {
    onWord(word)
    if (word.startMs >= deafUntilMs) words.push(word)
  }

  /** The words so far, and the one that is being said as far as it is clear. */
  function partialWords(): TurnWord[] {
    const pending = behaviour().subWords && decoder.positionMs >= deafUntilMs ? decoder.pending : ''
    const lastIsOpen = pending === ''
    const list = words.map((word, index) =>
      turnWord(word, !pro && !(lastIsOpen && index === words.length - 1)),
    )
    if (pending !== '') {
      const endMs = Math.round(decoder.voicedUntilMs)
      const startMs = Math.max(words.at(-1)?.endMs ?? 0, endMs - 108 * pending.length)
      list.push(turnWord({ number: 0, startMs, endMs }, false, { text: `w${pending}` }))
    }
    return list
  }

  function partial(): TimedMessage[] {
    const list = partialWords()
    if (list.length === 0 || !parameters.partials) return []
    const sinceLast = decoder.positionMs - saidAtMs
    if (pro && said !== '' && sinceLast < behaviour().proPartialEveryMs) return []
    const key = JSON.stringify(list.map((word) => [word.text, word.word_is_final]))
    if (key === said) return []
    const sayings: TimedMessage[] = []
    const delayMs = behaviour().partialDelayMs
    if (pro && said === '') {
      const message = { type: 'SpeechStarted', timestamp: list[0]?.start ?? 0, confidence: 0.99 }
      sayings.push({ message, delayMs })
    }
    said = key
    saidAtMs = decoder.positionMs
    const heard = pro ? list : list.filter((word) => word.word_is_final)
    sayings.push({
      message: turn({
        order,
        formatted: pro,
        end: false,
        transcript: heard.map((word) => word.text).join(' '),
        utterance: '',
        confidence: pro ? 0 : 0.000036,
        words: list,
      }),
      delayMs,
    })
    return sayings
  }

  function earlyUtterance(): TimedMessage[] {
    if (early || pro || !behaviour().earlyUtterance || words.length === 0) return []
    early = true
    const message = turn({
      order,
      formatted: parameters.formatTurns,
      end: false,
      transcript: words.slice(0, -1).map(plain).join(' '),
      utterance: words.map(parameters.formatTurns ? formatted : plain).join(' '),
      confidence: 0.454477,
      words: words.map((word, index) => turnWord(word, index < words.length - 1)),
    })
    return [{ message, delayMs: behaviour().partialDelayMs }]
  }

  function finalTurn(shape: 'raw' | 'formatted', isFormatted: boolean): Message {
    const speaker = parameters.speakerLabels
      ? speakerOf(order, words.length, speakers())
      : undefined
    const text = shape === 'formatted' ? formatted : plain
    const { earlyStartMs } = behaviour()
    const list = words.map((word, index) => {
      const first = index === 0 && earlyStartMs > 0
      const last = index === words.length - 1 && earlyStartMs > 0
      const padded = {
        number: word.number,
        startMs: first ? Math.max(0, word.startMs - earlyStartMs) : word.startMs,
        endMs: last ? word.endMs + 240 : word.endMs,
      }
      return turnWord(padded, true, { text: text(word, index, words), speaker })
    })
    const transcript = list.map((word) => word.text).join(' ')
    return turn({
      order,
      formatted: isFormatted,
      end: true,
      transcript,
      utterance: pro || (isFormatted && !early) ? transcript : '',
      confidence: pro ? 1 : 0.630866,
      words: list,
      language: parameters.languageDetection
        ? { code: language, confidence: behaviour().languageConfidence }
        : undefined,
      speaker,
    })
  }

  function endTurn(delayMs: number): TimedMessage[] {
    const sayings: TimedMessage[] = []
    const { finals, formattedDelayMs, revisions } = behaviour()
    if (pro) {
      sayings.push({ message: finalTurn('formatted', true), delayMs })
    } else if (parameters.model === 'universal-streaming-multilingual') {
      // It always punctuates, but does not report so.
      sayings.push({ message: finalTurn('formatted', false), delayMs })
    } else {
      const two = !parameters.formatTurns || finals === 'two'
      if (two) sayings.push({ message: finalTurn('raw', false), delayMs })
      if (parameters.formatTurns) {
        const later = delayMs + (two ? formattedDelayMs : 0)
        sayings.push({ message: finalTurn('formatted', true), delayMs: later })
      }
    }
    const before = ended.at(-1)
    if (before && revisions === 'next-turn' && parameters.speakerLabels) {
      sayings.push({ message: revision([before]), delayMs })
    }
    ended.push({ order, words })
    order += 1
    words = []
    said = ''
    saidAtMs = -Infinity
    early = false
    return sayings
  }

  function revision(turns: readonly { order: number; words: readonly ToneWord[] }[]): Message {
    return {
      type: 'SpeakerRevision',
      revisions: turns.map((item) => {
        const speaker = speakerOf(item.order + 1, 2, speakers())
        return {
          turn_order: item.order,
          speaker_label: speaker,
          words: item.words.map((word, index) =>
            turnWord(word, true, { text: formatted(word, index, item.words), speaker }),
          ),
        }
      }),
    }
  }

  function listen(bytes: Uint8Array): TimedMessage[] {
    for (const word of decoder.push(bytes)) hear(word)
    const sayings = partial()
    if (!isOpen()) return sayings
    const silence = decoder.positionMs - decoder.voicedUntilMs
    if (silence >= minTurnSilenceMs) return [...sayings, ...endTurn(behaviour().finalDelayMs)]
    if (silence >= minTurnSilenceMs * earlyPart) sayings.push(...earlyUtterance())
    const longest = parameters.speakerLabels
      ? behaviour().proLongestTurnWithSpeakersMs
      : behaviour().proLongestTurnMs
    const startMs = words[0]?.startMs ?? decoder.positionMs
    if (pro && decoder.positionMs - startMs >= longest) {
      sayings.push(...endTurn(behaviour().finalDelayMs))
    }
    return sayings
  }

  return {
    audio(bytes) {
      const sayings: TimedMessage[] = []
      for (let at = 0; at < bytes.length; at += portion) {
        sayings.push(...listen(bytes.subarray(at, at + portion)))
      }
      return sayings
    },
    forceEndpoint() {
      if (!isOpen()) return []
      if (!pro && behaviour().forcedEndDropsTail) deafUntilMs = decoder.positionMs
      return endTurn(behaviour().finalDelayMs)
    },
    finish() {
      for (const word of decoder.flush()) hear(word)
      const sayings = isOpen() ? endTurn(behaviour().finalDelayMs) : []
      if (!pro && behaviour().emptyFinal) {
        const empty = { order, formatted: false, end: true, transcript: '', utterance: '' }
        const message = turn({ ...empty, confidence: 0.265551, words: [] })
        sayings.push({ message, delayMs: behaviour().finalDelayMs })
        order += 1
      }
      if (behaviour().revisions === 'at-end' && parameters.speakerLabels && ended.length > 0) {
        sayings.push({ message: revision(ended), delayMs: behaviour().finalDelayMs })
      }
      return sayings
    },
    setLanguages(languages) {
      language = languages[0] ?? 'en'
    },
    setMinTurnSilence(ms) {
      minTurnSilenceMs = ms
    },
    get isOpen() {
      return isOpen()
    },
  }
}

function plain(word: ToneWord): string {
  return wordText(word.number)
}

/** A capital at the start, a full stop at the end. */
function formatted(word: ToneWord, index: number, words: readonly ToneWord[]): string {
  const text = index === 0 ? wordText(word.number).toUpperCase() : wordText(word.number)
  return index === words.length - 1 ? `${text}.` : text
}

/** Speakers alternate; a turn that is too short is PENDING. */
function speakerOf(order: number, length: number, speakers: readonly string[]): string {
  if (length < 2) return 'PENDING'
  return speakers[order % speakers.length] ?? 'PENDING'
}
