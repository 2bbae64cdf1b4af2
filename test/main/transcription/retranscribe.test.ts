import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createRetranscriber } from '../../../main/transcription/retranscribe'
import type { SpokenWord } from '../../../common/transcription'
import type { JobRecord, Transcribe } from '../../../main/service/transcribe'
import type { Library } from '../../../main/library/library'
import { fail, ok } from '../../../common/errors'
import type { RetranscriptionState, EngineKind, Source, Turn } from '../../../common/model'
import { toneSpeech, wordText, type ToneWord } from '../../speech/tones'
import { wavBytes } from '../../speech/wav'
import { meetingOf, unwrap, newLibrary, temporaryFolder, turnOf } from '../library/folder'
import { readTones } from './rig'

const id = 'meeting-1'

/** The transcript of these words with every second one wrong. */
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

/** Stores the steps of buying a job, as the service's transcription does. */
function buy(record: JobRecord | undefined, jobId: string): void {
  unwrap(record?.start('key-1') ?? fail('internal'))
  unwrap(record?.uploaded(`https://cdn/${jobId}`) ?? fail('internal'))
  record?.created(jobId)
}

/** Re-transcription in a library, with a fake engine. */
function createRig(library: Library) {
  const play = {
    kind: 'service' as EngineKind,
    /** Whether a person accepts all at once. */
    accepts: true,
    /** Changes the recognised words. */
    words: (words: SpokenWord[]): SpokenWord[] => words,
    wait: (() => Promise.resolve()) as (record?: JobRecord) => Promise<unknown>,
    whole: 0,
    released: 0,
  }
  const states: (RetranscriptionState | null)[] = []
  const failures: string[] = []
  /** The length of each job's audio, in ms, and the job that was to be asked instead. */
  const asked: { ms: number; job: string | null }[] = []
  const transcribe: Transcribe = async (channels, _signal, record) => {
    asked.push({ ms: (channels[0]?.length ?? 0) / 32, job: record?.known?.id ?? null })
    await play.wait(record)
    return ok({
      channels: channels.map((pcm) => play.words(readTones(pcm))),
      language: 'en',
      timing: 'measured',
    })
  }
  const again = createRetranscriber({
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
      if (name === 'retranscription:changed') {
        const state = payload as RetranscriptionState | null
        states.push(state)
        if (state?.step === 'comparing' && play.accepts) again.accept(false)
      }
      if (name === 'retranscription:failed') failures.push((payload as { code: string }).code)
    },
    edited: () => undefined,
    jobDeletion: { sweep: () => undefined, cancelRetranscription: () => undefined },
  })
  onTestFinished(() => again.stop())
  const turns = () => unwrap(library.transcript(id)).turns
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
  unwrap(library.meetings.create(meetingOf({ id })))
  const said = toneSpeech({ words: 12, sampleRate: 16_000, pauseEvery: 3 })
  const put = (source: Source) => {
    const path = library.audioPath(id, source)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, wavBytes(said))
    const samples = said.samples.length
    unwrap(library.meetings.setProgress(id, samples / 16, [{ source, samples }]))
  }
  put('microphone')
  for (let order = 0; order < 4; order += 1) {
    const speaker = order % 2 === 0 ? 'A' : 'B'
    unwrap(library.turns.upsert(id, poor(said.words, order, { speaker })))
  }
  unwrap(library.meetings.setState(id, 'done'))
  const rig = createRig(library)
  /** The app is quit, or killed without a clean stop, and started again. */
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

describe('a re-transcribed meeting', () => {
  it('has the new words, chunk by chunk, each once, and the old ones after undo', async () => {
    const { library, said, again, turns, states, ended } = setUp()
    const before = turns()
    unwrap(again.start(id, null))
    await ended()
    expect(numbers(turns())).toEqual(right(said.words))
    expect(turns().every(({ isFinal }) => isFinal)).toBe(true)
    expect(states.filter((state) => state !== null).length).toBeGreaterThan(2)
    const starts = turns().flatMap(({ words }) => words.map(({ startMs }) => startMs))
    starts.forEach((ms, at) =>
      expect(Math.abs(ms - (said.words[at]?.startMs ?? 0))).toBeLessThanOrEqual(60),
    )
    expect(unwrap(library.corrections.history(id))).toMatchObject({ undo: 'again', corrected: [] })

    unwrap(library.corrections.undo(id))
    expect(turns()).toEqual(before)
    unwrap(library.corrections.redo(id))
    expect(numbers(turns())).toEqual(right(said.words))
    unwrap(library.corrections.undo(id))
    expect(turns()).toEqual(before)
  })

  it('is found by its new words, and not by the old ones', async () => {
    const { library, again, ended, turns } = setUp()
    unwrap(again.start(id, null))
    await ended()
    expect(turns().some(({ text }) => text.includes('wrong'))).toBe(false)
    // The stored original does not change.
    expect(
      unwrap(library.originalTranscript(id)).turns.some(({ text }) => text.includes('wrong')),
    ).toBe(true)
  })

  it('keeps the speakers, with the names that a person gave', async () => {
    const { library, again, turns, ended, said } = setUp()
    const [first] = turns()
    const turn = { sessionId: first?.sessionId ?? '', turnOrder: 0 }
    unwrap(library.corrections.edit(id, { kind: 'rename', turn, name: 'Anna' }))
    unwrap(again.start(id, null))
    await ended()
    const speakers = new Set(turns().map(({ speaker }) => speaker))
    expect(speakers).toEqual(new Set(['Anna', 'B']))
    for (const { speaker, startMs } of turns()) {
      const word = said.words.findIndex((each) => Math.abs(each.startMs - startMs) < 100)
      expect(speaker).toBe(Math.floor(word / 3) % 2 === 0 ? 'Anna' : 'B')
    }
  })

  it('changes only the turns of a part, and transcribes only their time', async () => {
    const { again, turns, ended, said } = setUp()
    const before = turns()
    const [, second, third] = before
    const idOf = (turn?: Turn) => ({
      sessionId: turn?.sessionId ?? '',
      turnOrder: turn?.turnOrder ?? 0,
    })
    unwrap(again.start(id, { from: idOf(second), to: idOf(third) }))
    await ended()
    expect(turns()[0]).toEqual(before[0])
    expect(turns().at(-1)).toEqual(before[3])
    expect(numbers(turns().slice(1, -1))).toEqual(right(said.words.slice(3, 9)))
  })

  it('asks before it has fewer words, and keeps the old ones meanwhile', async () => {
    const { again, play, turns, states } = setUp()
    const before = turns()
    play.accepts = false
    play.words = (words) => words.slice(1)
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()?.step).toBe('comparing'))
    const asked = again.state()
    expect(asked?.before).toBe(12)
    expect(asked?.after).toBeLessThan(12)
    expect(turns()).toEqual(before)
    unwrap(again.cancel())
    expect(turns()).toEqual(before)
    expect(states.at(-1)).toBeNull()

    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()?.step).toBe('comparing'))
    unwrap(again.accept(false))
    expect(numbers(turns())).toHaveLength(asked?.after ?? 0)
  })

  it('is as it was after a cancel, and after a failure', async () => {
    const { again, play, turns, ended, failures } = setUp()
    const before = turns()
    let go: () => void = () => undefined
    const waited = new Promise<void>((resolve) => (go = resolve))
    play.wait = () => waited
    unwrap(again.start(id, null))
    expect(again.start(id, null)).toMatchObject({ error: { code: 'retranscription-busy' } })
    unwrap(again.cancel())
    go()
    await ended()
    expect(turns()).toEqual(before)
    expect(failures).toEqual([])

    play.wait = () => Promise.reject(new Error('The network fell over.'))
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(failures).toEqual(['internal']))
    expect(turns()).toEqual(before)
    expect(again.state()).toBeNull()
  })

  it('has speakers if there were none before', async () => {
    const { library, again, play, turns, ended, said } = setUp()
    for (let order = 0; order < 4; order += 1) {
      unwrap(library.turns.upsert(id, poor(said.words, order)))
    }
    play.words = (words) => words.map((word, at) => ({ ...word, speaker: at < 6 ? 'A' : 'B' }))
    unwrap(again.start(id, null))
    await ended()
    expect(play.whole).toBe(1)
    expect(new Set(turns().map(({ speaker }) => speaker))).toEqual(new Set(['A', 'B']))
  })

  it('keeps echo hidden, and does not repeat it', async () => {
    const { library, again, turns, ended, said } = setUp()
    const echo = turns()[1]
    unwrap(
      library.turns.markEcho(id, [{ sessionId: echo?.sessionId ?? '', turnOrder: 1, echo: true }]),
    )
    unwrap(again.start(id, null))
    await ended()
    const shown = turns().filter((turn) => !turn.echo)
    expect(numbers(shown)).toEqual(right([...said.words.slice(0, 3), ...said.words.slice(6)]))
  })

  it('is refused during the recording, while words are filled in, and without audio', () => {
    const { library, again } = setUp()
    const code = () => {
      const started = again.start(id, null)
      return started.ok ? null : started.error.code
    }
    unwrap(library.meetings.setState(id, 'recording'))
    expect(code()).toBe('meeting-recording')
    unwrap(library.meetings.setState(id, 'done'))
    const gap = {
      id: 'g',
      source: 'microphone',
      startMs: 0,
      endMs: 900,
      reason: 'network',
      sound: true,
      filled: false,
    } as const
    unwrap(library.gaps.upsert(id, gap))
    expect(code()).toBe('retranscription-gaps')
    unwrap(library.gaps.upsert(id, { ...gap, filled: true }))
    unwrap(library.meetings.setSound(id, 'deleted'))
    expect(code()).toBe('no-sound')
  })
})

describe('a quit during a re-transcription', () => {
  it('continues after the finished chunks', async () => {
    const { again, play, asked, said, turns, startAgain } = setUp()
    const before = turns()
    play.wait = () => (asked.length > 2 ? never : Promise.resolve())
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    const share = again.state()?.share ?? 0
    expect(share).toBeGreaterThan(0.2)

    const next = startAgain('killed')
    expect(next.turns()).toEqual(before)
    expect(next.again.state()).toMatchObject({ meetingId: id, step: 'hearing', share })
    expect(next.again.start(id, null)).toMatchObject({ error: { code: 'retranscription-busy' } })
    next.again.resume()
    await next.ended()
    expect(numbers(next.turns())).toEqual(right(said.words))
    const lengthMs = said.samples.length / 16
    const rest = next.asked.reduce((sum, { ms }) => sum + ms, 0)
    expect(rest / lengthMs).toBeCloseTo(1 - share, 1)
    unwrap(next.library.corrections.undo(id))
    expect(next.turns()).toEqual(before)
  })

  it('transcribes the rest with the engine in use then', async () => {
    const { again, play, asked, said, startAgain } = setUp()
    play.wait = (record) => {
      buy(record, 'job-1')
      return asked.length > 1 ? never : Promise.resolve()
    }
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    const next = startAgain()
    next.play.kind = 'on-device'
    next.again.resume()
    await next.ended()
    expect(next.asked.map(({ job }) => job)).toEqual(next.asked.map(() => null))
    expect(numbers(next.turns())).toEqual(right(said.words))
  })

  it('asks for the words of the running job, and does not send it again', async () => {
    const { again, play, asked, said, startAgain } = setUp()
    play.wait = (record) => {
      buy(record, `job-${asked.length}`)
      return asked.length > 1 ? never : Promise.resolve()
    }
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    const next = startAgain()
    next.again.resume()
    await next.ended()
    expect(next.asked[0]).toEqual({ ms: asked[1]?.ms, job: 'job-2' })
    expect(next.asked.slice(1).map(({ job }) => job)).toEqual(next.asked.slice(1).map(() => null))
    expect(numbers(next.turns())).toEqual(right(said.words))
  })

  it('asks again whether to accept fewer words, without another transcription', async () => {
    const { again, play, startAgain } = setUp()
    play.accepts = false
    play.words = (words) => words.slice(1)
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()?.step).toBe('comparing'))
    const question = again.state()
    const next = startAgain()
    next.play.accepts = false
    next.again.resume()
    await vi.waitFor(() => expect(next.again.state()).toEqual({ ...question, share: 1 }))
    expect(next.asked).toEqual([])
    unwrap(next.again.accept(false))
    expect(numbers(next.turns())).toHaveLength(question?.after ?? 0)
    expect(unwrap(next.library.retranscription.get())).toBeNull()
  })

  it('does not continue if it is done, was cancelled, failed or is in the bin', async () => {
    const { library, again, play, asked, ended, failures, startAgain } = setUp()
    unwrap(again.start(id, null))
    await ended()
    expect(unwrap(library.retranscription.get())).toBeNull()

    play.wait = () => Promise.reject(new Error('The network fell over.'))
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(failures).toEqual(['internal']))
    expect(unwrap(library.retranscription.get())).toBeNull()

    play.wait = () => never
    unwrap(again.start(id, null))
    unwrap(again.cancel())
    expect(unwrap(library.retranscription.get())).toBeNull()

    unwrap(again.start(id, null))
    again.cancelMeeting('another')
    expect(again.state()).not.toBeNull()
    again.cancelMeeting(id)
    expect(again.state()).toBeNull()
    expect(unwrap(library.retranscription.get())).toBeNull()

    unwrap(again.start(id, null))
    unwrap(library.bin.put(id))
    const heard = asked.length
    const next = startAgain('killed')
    expect(next.again.state()).toBeNull()
    expect(unwrap(next.library.retranscription.get())).toBeNull()
    expect(asked).toHaveLength(heard)
  })

  it('goes on with what was not decided yet', async () => {
    const { library, again, play, said, turns, startAgain } = setUp()
    play.accepts = false
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()).toMatchObject({ step: 'comparing', open: 4 }))
    const [first, second] = unwrap(again.differences())
    expect(first?.before.map(({ text, isOnlyHere }) => [text, isOnlyHere])).toContainEqual([
      'wrong',
      true,
    ])
    unwrap(again.choose(first?.key ?? '', true))
    unwrap(again.choose(second?.key ?? '', false))
    expect(again.state()?.open).toBe(2)
    expect(numbers(turns()).slice(0, 3)).toEqual(right(said.words.slice(0, 3)))
    expect(turns()[1]?.text).toContain('wrong')
    expect(unwrap(library.corrections.history(id)).undo).toBe('again')

    const next = startAgain('killed')
    next.play.accepts = false
    next.again.resume()
    await vi.waitFor(() => expect(next.again.state()).toMatchObject({ open: 2 }))
    expect(next.asked).toEqual([])
    unwrap(next.again.accept(false))
    expect(next.again.state()).toBeNull()
    expect(numbers(next.turns()).slice(6)).toEqual(right(said.words.slice(6)))
    expect(next.turns()[1]?.text).toContain('wrong')
  })
})

describe('corrections made by hand', () => {
  const turn = (turnOrder: number) => ({ sessionId: 'session-1', turnOrder })

  it('are kept, also a removed turn, unless somebody chooses otherwise', async () => {
    const { library, again, play, turns, said } = setUp()
    play.accepts = false
    const edit = (order: number, text: string) =>
      unwrap(library.corrections.edit(id, { kind: 'text', turn: turn(order), text }))
    edit(0, 'My own words')
    edit(1, '')
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()).toMatchObject({ step: 'comparing' }))
    expect(unwrap(again.differences()).map(({ isCorrected }) => isCorrected)).toEqual([
      true,
      true,
      false,
      false,
    ])
    unwrap(again.accept(false))
    expect(turns()[0]?.text).toBe('My own words')
    expect(numbers(turns()).slice(3)).toEqual(right(said.words.slice(6)))

    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()).toMatchObject({ step: 'comparing', open: 2 }))
    unwrap(again.accept(true))
    expect(numbers(turns())).toEqual(right(said.words))
  })

  it('what was corrected while somebody compares counts, too', async () => {
    const { library, again, play } = setUp()
    play.accepts = false
    unwrap(again.start(id, null))
    await vi.waitFor(() => expect(again.state()).toMatchObject({ open: 4 }))
    unwrap(library.corrections.edit(id, { kind: 'text', turn: turn(0), text: 'Mine' }))
    again.corrected(id)
    expect(unwrap(again.differences())[0]).toMatchObject({ isCorrected: true })
  })
})
