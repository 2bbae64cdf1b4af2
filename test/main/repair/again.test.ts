import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createWritingAgain } from '../../../main/repair/again'
import type { JobMemory, SpokenWord, Transcribe } from '../../../main/pre-recorded'
import type { Library } from '../../../main/library/library'
import { ok } from '../../../preload/errors'
import type { Again, EngineKind, Source, Turn } from '../../../preload/model'
import { toneSpeech, wordText, type ToneWord } from '../../speech/tones'
import { wavBytes } from '../../speech/wav'
import { meetingOf, must, newLibrary, temporaryFolder, turnOf } from '../library/folder'
import { readTones } from './rig'

const id = 'meeting-1'

/** What an engine wrote of these words, with each second one wrong. */
function poor(words: readonly ToneWord[], order: number, over: Partial<Turn> = {}): Turn {
  const own = words.slice(order * 3, order * 3 + 3).map((word, index) => ({
    text: index % 2 === 0 ? wordText(word.number) : 'wrong',
    startMs: word.startMs,
    endMs: word.endMs,
    confidence: 0.4,
    isFinal: true,
    speaker: over.speaker ?? null,
  }))
  return turnOf({
    turnOrder: order,
    words: own,
    text: own.map(({ text }) => text).join(' '),
    startMs: own[0]?.startMs ?? 0,
    endMs: own.at(-1)?.endMs ?? 0,
    ...over,
  })
}

/** Writing again over a library, with an engine that the test plays. */
function createRig(library: Library) {
  const play = {
    kind: 'service' as EngineKind,
    /** What is made of the words that are heard. */
    words: (words: SpokenWord[]): SpokenWord[] => words,
    wait: (() => Promise.resolve()) as (memory?: JobMemory) => Promise<unknown>,
    whole: 0,
    released: 0,
  }
  const states: (Again | null)[] = []
  const failures: string[] = []
  /** How long the sound of each job is, in ms, and the job that was to be asked instead. */
  const asked: { ms: number; job: string | null }[] = []
  const transcribe: Transcribe = async (channels, _signal, memory) => {
    asked.push({ ms: (channels[0]?.length ?? 0) / 32, job: memory?.id ?? null })
    await play.wait(memory)
    return ok({
      channels: channels.map((pcm) => play.words(readTones(pcm))),
      language: 'en',
      timing: 'measured',
    })
  }
  const again = createWritingAgain({
    library,
    sounds: {
      hold: () =>
        Promise.resolve(
          ok(() => {
            play.released += 1
            return Promise.resolve()
          }),
        ),
    },
    engine: () => ({
      kind: play.kind,
      transcribe,
      transcribeWhole: (...asked) => {
        play.whole += 1
        return transcribe(...asked)
      },
      pieceMs: 3_000,
      wholeMs: 3_600_000,
    }),
    engineInUse: () => play.kind,
    broadcast: (name, payload) => {
      if (name === 'again:changed') states.push(payload as Again | null)
      if (name === 'again:failed') failures.push((payload as { code: string }).code)
    },
    edited: () => undefined,
  })
  onTestFinished(() => again.stop())
  const turns = () => must(library.transcript(id)).turns
  const ended = () =>
    vi.waitFor(() => {
      expect(again.state()).toBeNull()
      expect(play.released).toBeGreaterThan(0)
    })
  return { library, again, play, states, failures, asked, turns, ended }
}

function setUp() {
  const folder = temporaryFolder()
  const library = newLibrary(folder)
  must(library.meetings.create(meetingOf({ id })))
  const said = toneSpeech({ words: 12, sampleRate: 16_000, pauseEvery: 3 })
  const put = (source: Source) => {
    const path = library.audioPath(id, source)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, wavBytes(said))
    const samples = said.samples.length
    must(library.meetings.setProgress(id, samples / 16, [{ source, samples }]))
  }
  put('microphone')
  for (let order = 0; order < 4; order += 1) {
    const speaker = order % 2 === 0 ? 'A' : 'B'
    must(library.turns.upsert(id, poor(said.words, order, { speaker })))
  }
  must(library.meetings.setState(id, 'done'))
  const rig = createRig(library)
  /** The app is quit, or killed where nobody stops anything, and started again. */
  const startAgain = (end: 'quit' | 'killed' = 'quit') => {
    if (end === 'quit') rig.again.stop()
    library.close()
    return createRig(newLibrary(folder))
  }
  return { ...rig, said, put, startAgain }
}

const never = new Promise<never>(() => undefined)

const numbers = (turns: readonly Turn[]) =>
  turns.flatMap(({ words }) => words.map(({ text }) => text))
const right = (words: readonly ToneWord[]) => words.map(({ number }) => wordText(number))

describe('a meeting that is written down again', () => {
  it('has the new words, in pieces, each once, and the old ones after undo', async () => {
    const { library, said, again, turns, states, ended } = setUp()
    const before = turns()
    must(again.start(id, null))
    await ended()
    expect(numbers(turns())).toEqual(right(said.words))
    expect(turns().every(({ isFinal }) => isFinal)).toBe(true)
    expect(states.filter((state) => state !== null).length).toBeGreaterThan(2)
    const starts = turns().flatMap(({ words }) => words.map(({ startMs }) => startMs))
    starts.forEach((ms, at) =>
      expect(Math.abs(ms - (said.words[at]?.startMs ?? 0))).toBeLessThanOrEqual(60),
    )
    expect(must(library.corrections.history(id))).toMatchObject({ undo: 'again', corrected: [] })

    must(library.corrections.undo(id))
    expect(turns()).toEqual(before)
    must(library.corrections.redo(id))
    expect(numbers(turns())).toEqual(right(said.words))
    must(library.corrections.undo(id))
    expect(turns()).toEqual(before)
  })

  it('is found by its new words, and not by those that are gone', async () => {
    const { library, again, ended, turns } = setUp()
    must(again.start(id, null))
    await ended()
    expect(turns().some(({ text }) => text.includes('wrong'))).toBe(false)
    // What the engines said once stays what they said.
    expect(must(library.original(id)).turns.some(({ text }) => text.includes('wrong'))).toBe(true)
  })

  it('keeps who speaks, with names that a person gave', async () => {
    const { library, again, turns, ended, said } = setUp()
    const [first] = turns()
    const turn = { sessionId: first?.sessionId ?? '', turnOrder: 0 }
    must(library.corrections.edit(id, { kind: 'rename', turn, name: 'Anna' }))
    must(again.start(id, null))
    await ended()
    const speakers = new Set(turns().map(({ speaker }) => speaker))
    expect(speakers).toEqual(new Set(['Anna', 'B']))
    for (const { speaker, startMs } of turns()) {
      const word = said.words.findIndex((each) => Math.abs(each.startMs - startMs) < 100)
      expect(speaker).toBe(Math.floor(word / 3) % 2 === 0 ? 'Anna' : 'B')
    }
  })

  it('changes only the turns of a part, and hears only their time', async () => {
    const { again, turns, ended, said } = setUp()
    const before = turns()
    const [, second, third] = before
    const idOf = (turn?: Turn) => ({
      sessionId: turn?.sessionId ?? '',
      turnOrder: turn?.turnOrder ?? 0,
    })
    must(again.start(id, { from: idOf(second), to: idOf(third) }))
    await ended()
    expect(turns()[0]).toEqual(before[0])
    expect(turns().at(-1)).toEqual(before[3])
    expect(numbers(turns().slice(1, -1))).toEqual(right(said.words.slice(3, 9)))
  })

  it('asks before it has fewer words, and keeps the old ones meanwhile', async () => {
    const { again, play, turns, states } = setUp()
    const before = turns()
    play.words = (words) => words.slice(1)
    must(again.start(id, null))
    await vi.waitFor(() => expect(again.state()?.step).toBe('asking'))
    const asked = again.state()
    expect(asked?.before).toBe(12)
    expect(asked?.after).toBeLessThan(12)
    expect(turns()).toEqual(before)
    must(again.cancel())
    expect(turns()).toEqual(before)
    expect(states.at(-1)).toBeNull()

    must(again.start(id, null))
    await vi.waitFor(() => expect(again.state()?.step).toBe('asking'))
    must(again.accept())
    expect(numbers(turns())).toHaveLength(asked?.after ?? 0)
  })

  it('is as it was after a cancel, and after a failure', async () => {
    const { again, play, turns, ended, failures } = setUp()
    const before = turns()
    let go: () => void = () => undefined
    const waited = new Promise<void>((resolve) => (go = resolve))
    play.wait = () => waited
    must(again.start(id, null))
    expect(again.start(id, null)).toMatchObject({ error: { code: 'again-busy' } })
    must(again.cancel())
    go()
    await ended()
    expect(turns()).toEqual(before)
    expect(failures).toEqual([])

    play.wait = () => Promise.reject(new Error('The network fell over.'))
    must(again.start(id, null))
    await vi.waitFor(() => expect(failures).toEqual(['internal']))
    expect(turns()).toEqual(before)
    expect(again.state()).toBeNull()
  })

  it('tells speakers apart where nobody was told apart before', async () => {
    const { library, again, play, turns, ended, said } = setUp()
    for (let order = 0; order < 4; order += 1) {
      must(library.turns.upsert(id, poor(said.words, order)))
    }
    play.words = (words) => words.map((word, at) => ({ ...word, speaker: at < 6 ? 'A' : 'B' }))
    must(again.start(id, null))
    await ended()
    expect(play.whole).toBe(1)
    expect(new Set(turns().map(({ speaker }) => speaker))).toEqual(new Set(['A', 'B']))
  })

  it('leaves echo hidden, and does not say it once more', async () => {
    const { library, again, turns, ended, said } = setUp()
    const echo = turns()[1]
    must(
      library.turns.markEcho(id, [{ sessionId: echo?.sessionId ?? '', turnOrder: 1, echo: true }]),
    )
    must(again.start(id, null))
    await ended()
    const shown = turns().filter((turn) => !turn.echo)
    expect(numbers(shown)).toEqual(right([...said.words.slice(0, 3), ...said.words.slice(6)]))
  })

  it('is refused while it is recorded, while words are filled in, and without sound', () => {
    const { library, again } = setUp()
    const code = () => {
      const started = again.start(id, null)
      return started.ok ? null : started.error.code
    }
    must(library.meetings.setState(id, 'recording'))
    expect(code()).toBe('meeting-recording')
    must(library.meetings.setState(id, 'done'))
    const gap = {
      id: 'g',
      source: 'microphone',
      startMs: 0,
      endMs: 900,
      reason: 'network',
      sound: true,
      filled: false,
    } as const
    must(library.gaps.upsert(id, gap))
    expect(code()).toBe('again-gaps')
    must(library.gaps.upsert(id, { ...gap, filled: true }))
    must(library.meetings.setSound(id, 'deleted'))
    expect(code()).toBe('no-sound')
  })
})

describe('a quit while a meeting is written down again', () => {
  it('goes on after the pieces that were heard', async () => {
    const { again, play, asked, said, turns, startAgain } = setUp()
    const before = turns()
    play.wait = () => (asked.length > 2 ? never : Promise.resolve())
    must(again.start(id, null))
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    const share = again.state()?.share ?? 0
    expect(share).toBeGreaterThan(0.2)

    const next = startAgain('killed')
    expect(next.turns()).toEqual(before)
    expect(next.again.state()).toMatchObject({ meetingId: id, step: 'hearing', share })
    expect(next.again.start(id, null)).toMatchObject({ error: { code: 'again-busy' } })
    next.again.resume()
    await next.ended()
    expect(numbers(next.turns())).toEqual(right(said.words))
    const lengthMs = said.samples.length / 16
    const rest = next.asked.reduce((sum, { ms }) => sum + ms, 0)
    expect(rest / lengthMs).toBeCloseTo(1 - share, 1)
    must(next.library.corrections.undo(id))
    expect(next.turns()).toEqual(before)
  })

  it('hears the rest by the engine that is in use then', async () => {
    const { again, play, asked, said, startAgain } = setUp()
    play.wait = (memory) => {
      memory?.keep('job-1')
      return asked.length > 1 ? never : Promise.resolve()
    }
    must(again.start(id, null))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    const next = startAgain()
    next.play.kind = 'on-device'
    next.again.resume()
    await next.ended()
    expect(next.asked.map(({ job }) => job)).toEqual(next.asked.map(() => null))
    expect(numbers(next.turns())).toEqual(right(said.words))
  })

  it('asks for the words of the job that is out, and sends it no second time', async () => {
    const { again, play, asked, said, startAgain } = setUp()
    play.wait = (memory) => {
      memory?.keep(`job-${asked.length}`)
      return asked.length > 1 ? never : Promise.resolve()
    }
    must(again.start(id, null))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    const next = startAgain()
    next.again.resume()
    await next.ended()
    expect(next.asked[0]).toEqual({ ms: asked[1]?.ms, job: 'job-2' })
    expect(next.asked.slice(1).map(({ job }) => job)).toEqual(next.asked.slice(1).map(() => null))
    expect(numbers(next.turns())).toEqual(right(said.words))
  })

  it('asks once more whether fewer words are to be taken, without hearing them again', async () => {
    const { again, play, startAgain } = setUp()
    play.words = (words) => words.slice(1)
    must(again.start(id, null))
    await vi.waitFor(() => expect(again.state()?.step).toBe('asking'))
    const question = again.state()
    const next = startAgain()
    next.again.resume()
    await vi.waitFor(() => expect(next.again.state()).toEqual({ ...question, share: 1 }))
    expect(next.asked).toEqual([])
    must(next.again.accept())
    expect(numbers(next.turns())).toHaveLength(question?.after ?? 0)
    expect(must(next.library.again.get())).toBeNull()
  })

  it('does not go on with what is done, was cancelled, failed or is in the bin', async () => {
    const { library, again, play, asked, ended, failures, startAgain } = setUp()
    must(again.start(id, null))
    await ended()
    expect(must(library.again.get())).toBeNull()

    play.wait = () => Promise.reject(new Error('The network fell over.'))
    must(again.start(id, null))
    await vi.waitFor(() => expect(failures).toEqual(['internal']))
    expect(must(library.again.get())).toBeNull()

    play.wait = () => never
    must(again.start(id, null))
    must(again.cancel())
    expect(must(library.again.get())).toBeNull()

    must(again.start(id, null))
    again.leave('another')
    expect(again.state()).not.toBeNull()
    again.leave(id)
    expect(again.state()).toBeNull()
    expect(must(library.again.get())).toBeNull()

    must(again.start(id, null))
    must(library.bin.put(id))
    const heard = asked.length
    const next = startAgain('killed')
    expect(next.again.state()).toBeNull()
    expect(must(next.library.again.get())).toBeNull()
    expect(asked).toHaveLength(heard)
  })

  it('is over in the same step in which the new text takes its place', async () => {
    const { library, again, play, said } = setUp()
    play.wait = () => never
    must(again.start(id, null))
    const made = [{ turn: poor(said.words, 0), like: null }]
    must(library.corrections.replace(id, { taken: [], made }))
    expect(must(library.again.get())).toBeNull()
  })
})
