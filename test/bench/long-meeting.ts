import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openLibrary } from '../../main/library/library'
import { wavHeader } from '../../main/audio-files/wav-header'
import { sampleRate, type Source, type Turn } from '../../common/model'
import { unwrap } from '../unwrap'

export interface LongMeeting {
  readonly id: string
  readonly title: string
  readonly words: number
  readonly hours: number
}

const wordsInTurn = 15
const vocabulary =
  'the budget review of Ghent and travel line grew by a third since spring while nobody owned it before we lock numbers can look at that again quarterly visits move call'.split(
    ' ',
  )

/**
 * Adds a meeting of so many words and hours, with two sources and three speakers, to the library of
 * a data folder that no app uses. The sound of each source is a different tone of varying level.
 */
export function writeLongMeeting(dataFolder: string, meeting: LongMeeting): void {
  const { id, title, words, hours } = meeting
  const library = unwrap(openLibrary({ folder: join(dataFolder, 'library') }))
  const durationMs = hours * 3_600_000
  const samples = (durationMs / 1_000) * sampleRate
  unwrap(
    library.meetings.create({
      id,
      title,
      startedAt: Date.now() - durationMs,
      engine: 'service',
      model: 'universal-3-6-pro',
    }),
  )
  const count = Math.round(words / wordsInTurn)
  const turns = Array.from({ length: count }, (_, order) => turnOf(order, durationMs / count))
  const gap = {
    id: 'gap',
    source: 'microphone',
    startMs: durationMs / 2,
    endMs: durationMs / 2 + 12_000,
    reason: 'network',
    sound: true,
    filled: true,
  } as const
  unwrap(library.fillGap(id, { gap, turns, dropped: [] }))
  for (const source of ['microphone', 'system'] as const) {
    writeSound(library.audioPath(id, source), source, samples)
  }
  const audio = (['microphone', 'system'] as const).map((source) => ({ source, samples }))
  unwrap(library.meetings.setProgress(id, durationMs, audio))
  unwrap(library.meetings.setState(id, 'done'))
  library.close()
}

function turnOf(order: number, lengthMs: number): Turn {
  const startMs = Math.round(order * lengthMs)
  const wordMs = Math.floor((lengthMs * 0.9) / wordsInTurn)
  const words = Array.from({ length: wordsInTurn }, (_, index) => ({
    text: `${vocabulary[(order * 7 + index * 3) % vocabulary.length]}${index === wordsInTurn - 1 ? '.' : ''}`,
    startMs: startMs + index * wordMs,
    endMs: startMs + (index + 1) * wordMs,
    confidence: (order * 31 + index * 17) % 40 === 0 ? 0.3 : 0.95,
    isFinal: true,
    speaker: null,
  }))
  return {
    source: order % 3 === 0 ? 'microphone' : 'system',
    sessionId: 'session',
    turnOrder: order,
    startMs,
    endMs: startMs + wordsInTurn * wordMs,
    text: words.map((word) => word.text).join(' '),
    words,
    isFinal: true,
    speaker: 'ABC'[order % 3] ?? null,
    language: 'en',
    timing: 'measured',
    firstSeenMs: startMs + 600,
    finalMs: startMs + 3_000,
    filledIn: false,
    echo: false,
  }
}

/** Writes blocks of ten seconds, so that hours of sound need little memory. */
function writeSound(path: string, source: Source, samples: number): void {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'wx')
  writeSync(file, wavHeader(samples))
  const block = new Int16Array(10 * sampleRate)
  const hertz = source === 'system' ? 330 : 220
  for (let from = 0; from < samples; from += block.length) {
    const height = 2_000 + 6_000 * Math.abs(Math.sin(from / sampleRate / 97))
    block.forEach((_, at) => {
      block[at] = height * Math.sin((2 * Math.PI * hertz * at) / sampleRate)
    })
    writeSync(file, block.subarray(0, Math.min(block.length, samples - from)))
  }
  closeSync(file)
}
