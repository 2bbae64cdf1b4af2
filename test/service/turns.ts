import { createToneDecoder } from '../speech/decoder'
import { wordText, type ToneWord } from '../speech/tones'
import type { TurnKnobs } from './knobs'
import { turn, turnWord, type Message, type TurnWord } from './messages'
import type { SessionParameters } from './parameters'

/** Something to say, this long from now. */
export interface Saying {
  readonly message: Message
  readonly delayMs: number
}

/** Turns the sound of one session into its turns, in sound time alone: no clock, no socket. */
export interface TurnMaker {
  audio(bytes: Uint8Array): Saying[]
  forceEndpoint(): Saying[]
  /** The end of the session: what is still open becomes final. */
  finish(): Saying[]
  setMinTurnSilence(ms: number): void
  /** True while a turn has words and no end. */
  readonly isOpen: boolean
}

/** Sound is looked at in portions of this length, so that an end is seen inside a long frame. */
const portionMs = 20
/** An early utterance comes after this part of the silence that ends the turn. */
const earlyPart = 0.6

export function createTurnMaker(
  parameters: SessionParameters,
  knobs: () => TurnKnobs,
  onWord: (word: ToneWord) => void,
): TurnMaker {
  const decoder = createToneDecoder(parameters.sampleRate)
  const pro = parameters.style === 'pro'
  const portion = Math.round((parameters.sampleRate * portionMs) / 1_000) * 2
  let minTurnSilenceMs = parameters.minTurnSilenceMs
  let order = 0
  let words: ToneWord[] = []
  let said = ''
  let saidAtMs = -Infinity
  let early = false
  let deafUntilMs = 0
  const ended: { order: number; words: ToneWord[] }[] = []

  const isOpen = (): boolean => words.length > 0 || said !== ''

  function hear(word: ToneWord): void {
    onWord(word)
    if (word.startMs >= deafUntilMs) words.push(word)
  }

  /** The words so far, and the one that is being said as far as it is clear. */
  function partialWords(): TurnWord[] {
    const pending = knobs().subWords && decoder.positionMs >= deafUntilMs ? decoder.pending : ''
    const lastIsOpen = pending === ''
    const list = words.map((word, index) =>
      turnWord(word, !pro && !(lastIsOpen && index === words.length - 1)),
    )
    if (pending !== '') {
      const endMs = Math.round(decoder.voicedUntilMs)
      const startMs = Math.max(words.at(-1)?.endMs ?? 0, endMs - 108 * pending.length)
      list.push(turnWord({ number: 0, startMs, endMs }, false, `w${pending}`))
    }
    return list
  }

  function partial(): Saying[] {
    const list = partialWords()
    if (list.length === 0 || !parameters.partials) return []
    const sinceLast = decoder.positionMs - saidAtMs
    if (pro && said !== '' && sinceLast < knobs().proPartialEveryMs) return []
    const key = JSON.stringify(list.map((word) => [word.text, word.word_is_final]))
    if (key === said) return []
    const sayings: Saying[] = []
    const delayMs = knobs().partialDelayMs
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

  function earlyUtterance(): Saying[] {
    if (early || pro || !knobs().earlyUtterance || words.length === 0) return []
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
    return [{ message, delayMs: knobs().partialDelayMs }]
  }

  function finalTurn(shape: 'raw' | 'formatted', isFormatted: boolean): Message {
    const speaker = parameters.speakerLabels ? speakerOf(order, words.length, knobs()) : undefined
    const text = shape === 'formatted' ? formatted : plain
    const { earlyStartMs } = knobs()
    const list = words.map((word, index) => {
      const first = index === 0 && earlyStartMs > 0
      const last = index === words.length - 1 && earlyStartMs > 0
      const padded = {
        number: word.number,
        startMs: first ? Math.max(0, word.startMs - earlyStartMs) : word.startMs,
        endMs: last ? word.endMs + 240 : word.endMs,
      }
      return turnWord(padded, true, text(word, index, words), speaker)
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
      language: parameters.languageDetection ? 'en' : undefined,
      speaker,
    })
  }

  function endTurn(delayMs: number): Saying[] {
    const sayings: Saying[] = []
    const { finals, formattedDelayMs, revisions } = knobs()
    if (pro) {
      sayings.push({ message: finalTurn('formatted', true), delayMs })
    } else if (parameters.model === 'universal-streaming-multilingual') {
      // It punctuates by itself and never says that it did.
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
        const speaker = speakerOf(item.order + 1, 2, knobs())
        return {
          turn_order: item.order,
          speaker_label: speaker,
          words: item.words.map((word, index) =>
            turnWord(word, true, formatted(word, index, item.words), speaker),
          ),
        }
      }),
    }
  }

  function listen(bytes: Uint8Array): Saying[] {
    for (const word of decoder.push(bytes)) hear(word)
    const sayings = partial()
    if (!isOpen()) return sayings
    const silence = decoder.positionMs - decoder.voicedUntilMs
    if (silence >= minTurnSilenceMs) return [...sayings, ...endTurn(knobs().finalDelayMs)]
    if (silence >= minTurnSilenceMs * earlyPart) sayings.push(...earlyUtterance())
    const longest = parameters.speakerLabels
      ? knobs().proLongestTurnWithSpeakersMs
      : knobs().proLongestTurnMs
    const startMs = words[0]?.startMs ?? decoder.positionMs
    if (pro && decoder.positionMs - startMs >= longest) {
      sayings.push(...endTurn(knobs().finalDelayMs))
    }
    return sayings
  }

  return {
    audio(bytes) {
      const sayings: Saying[] = []
      for (let at = 0; at < bytes.length; at += portion) {
        sayings.push(...listen(bytes.subarray(at, at + portion)))
      }
      return sayings
    },
    forceEndpoint() {
      if (!isOpen()) return []
      if (!pro && knobs().forcedEndDropsTail) deafUntilMs = decoder.positionMs
      return endTurn(knobs().finalDelayMs)
    },
    finish() {
      for (const word of decoder.flush()) hear(word)
      const sayings = isOpen() ? endTurn(knobs().finalDelayMs) : []
      if (!pro && knobs().emptyFinal) {
        const empty = { order, formatted: false, end: true, transcript: '', utterance: '' }
        const message = turn({ ...empty, confidence: 0.265551, words: [] })
        sayings.push({ message, delayMs: knobs().finalDelayMs })
        order += 1
      }
      if (knobs().revisions === 'at-end' && parameters.speakerLabels && ended.length > 0) {
        sayings.push({ message: revision(ended), delayMs: knobs().finalDelayMs })
      }
      return sayings
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

/** Speakers take turns; what is too short to tell is PENDING. */
function speakerOf(order: number, length: number, knobs: TurnKnobs): string {
  if (length < 2) return 'PENDING'
  return knobs.speakers[order % knobs.speakers.length] ?? 'PENDING'
}
