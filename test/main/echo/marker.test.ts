import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isEcho, verdictOf } from '../../../main/echo/detector'
import type { EchoJudge } from '../../../main/echo/judge'
import { createEchoMarker } from '../../../main/echo/marker'
import type { Source, Turn } from '../../../common/model'
import { writeWav } from '../../speech/wav'
import { said } from '../exports/transcripts'
import { meetingOf, unwrap, newLibrary } from '../library/folder'
import { louder, mixed, noise, pcmOf, placed, voice } from './mixes'

const id = 'meeting-1'
const length = 12 * 16_000
const others = voice(1, 8)
const words = 'so this is what we are going to do today'

const judge: EchoJudge = ({ turn, others: around, sounds }) =>
  Promise.resolve(isEcho(turn, around, verdictOf(turn, sounds)))

/** The others speak for 8 s; the microphone records them, and a person from 8.5 s on. */
function setUp() {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  const write = (source: Source, sound: Float32Array) => {
    const path = library.audioPath(id, source)
    mkdirSync(dirname(path), { recursive: true })
    writeWav(path, { sampleRate: 16_000, samples: new Int16Array(pcmOf(sound).buffer) })
  }
  const person = placed(voice(2, 3), 8_500, length)
  write('system', placed(others, 0, length))
  write('microphone', mixed(placed(louder(others, -10), 80, length), person, noise(3, length, -66)))
  const told: Turn[] = []
  const watch = createEchoMarker(library, judge, ({ turn }) => told.push(turn))
  const come = async (turn: Turn) => {
    const stored = unwrap(library.turns.upsert(id, turn))
    if (stored) watch.handleTurn({ meetingId: id, turn: stored })
    await watch.settled()
  }
  const marks = () =>
    Object.fromEntries(unwrap(library.turns.list(id)).map((turn) => [turn.sessionId, turn.echo]))
  return { library, write, watch, come, marks, told }
}

const theirs = said(words, 1_000, { source: 'system', sessionId: 'others' })
const heard = said(words, 1_080, { sessionId: 'heard' })
const own = said('and I say no', 9_000, { sessionId: 'own' })
const open = { isFinal: false, finalMs: null }

describe('the echo marker', () => {
  it('marks a turn of the microphone when the system’s words have arrived, and reports it', async () => {
    const { come, marks, told } = setUp()
    await come(heard)
    expect(marks()).toEqual({ heard: false })
    await come(theirs)
    await come(own)
    expect(marks()).toEqual({ heard: true, others: false, own: false })
    expect(told).toEqual([{ ...heard, echo: true }])
  })

  it('recognises echo from words that are not final yet', async () => {
    const { come, marks } = setUp()
    await come({ ...theirs, ...open })
    await come(heard)
    expect(marks()).toEqual({ heard: true, others: false })
  })

  it('does not check partials of the microphone', async () => {
    const { come, marks } = setUp()
    await come(theirs)
    await come({ ...heard, ...open })
    expect(marks()).toEqual({ heard: false, others: false })
  })

  it('removes the mark if a later final also has words of the person', async () => {
    const { come, marks, told } = setUp()
    await come(theirs)
    await come(heard)
    await come({
      ...heard,
      text: `${words} no`,
      words: [...heard.words, ...own.words],
      endMs: 10_000,
    })
    expect(marks()).toEqual({ heard: false, others: false })
    expect(told.map(({ echo }) => echo)).toEqual([true, false])
  })

  it('checks words that were filled in', async () => {
    const { come, marks } = setUp()
    await come({ ...theirs, filledIn: true })
    await come({ ...heard, sessionId: 'filled', filledIn: true })
    expect(marks()).toEqual({ filled: true, others: false })
  })

  it('checks again at the end, when all audio is written', async () => {
    const { library, write, watch, come, marks } = setUp()
    const sound = mixed(placed(louder(others, -10), 80, length), noise(3, length, -66))
    write('microphone', new Float32Array(0))
    await come(theirs)
    await come(heard)
    expect(marks()).toEqual({ heard: false, others: false })
    write('microphone', sound)
    watch.handleMeeting(unwrap(library.meetings.get(id)))
    await watch.settled()
    expect(marks()).toEqual({ heard: false, others: false })
    unwrap(library.meetings.setState(id, 'done'))
    watch.handleMeeting(unwrap(library.meetings.get(id)))
    await watch.settled()
    expect(marks()).toEqual({ heard: true, others: false })
  })

  it('reads no audio if there are no words of the system', async () => {
    const { library, come } = setUp()
    let reads = 0
    const watch = createEchoMarker(
      { turns: library.turns, audioPath: (...of) => (reads++, library.audioPath(...of)) },
      judge,
      () => undefined,
    )
    await come(own)
    watch.handleTurn({ meetingId: id, turn: own })
    watch.handleTurn({ meetingId: id, turn: theirs })
    await watch.settled()
    expect(reads).toBe(0)
  })
})
