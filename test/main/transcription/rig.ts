import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { MainEventName, MainEvents } from '../../../main/boundary/events'
import { ok, type Result } from '../../../common/errors'
import type { EngineKind, Source } from '../../../common/model'
import type { Library } from '../../../main/library/library'
import type { SpokenWord, Transcription } from '../../../common/transcription'
import type { JobRecord, Transcribe } from '../../../main/service/transcribe'
import {
  createGapQueue,
  type GapQueue,
  type GapQueueLimits,
} from '../../../main/transcription/gap-queue'
import { createToneDecoder } from '../../speech/decoder'
import { toneSpeech, wordText, type ToneOptions, type ToneWord } from '../../speech/tones'
import { wavBytes } from '../../speech/wav'
import { meetingOf, unwrap, newLibrary } from '../library/folder'

/** The input of one job. */
export interface Asked {
  readonly engine: EngineKind
  readonly channels: readonly Uint8Array[]
  readonly signal: AbortSignal
  readonly record: JobRecord | undefined
}

/** The tone words of one channel, as an engine would return them. */
export function readTones(pcm: Uint8Array): SpokenWord[] {
  const decoder = createToneDecoder()
  return [...decoder.push(pcm), ...decoder.flush()].map(({ number, startMs, endMs }) => ({
    text: wordText(number),
    startMs,
    endMs,
    confidence: 1,
    speaker: null,
  }))
}

export const heardOf = (asked: Pick<Asked, 'channels'>): Result<Transcription> =>
  ok({ channels: asked.channels.map(readTones), language: 'en', timing: 'measured' })

/** Gap filling in a library on the disk, with fake engines. */
export function setUp(library: Library = newLibrary()) {
  const asked: Asked[] = []
  const told: { name: MainEventName; payload: unknown }[] = []
  const play = {
    choose: (): Promise<Result<EngineKind>> => Promise.resolve(ok('service')),
    answer: (job: Asked): Result<Transcription> | Promise<Result<Transcription>> => heardOf(job),
  }
  const repairs: GapQueue[] = []
  const transcribe =
    (engine: EngineKind): Transcribe =>
    async (channels, signal, record) => {
      const job = { engine, channels, signal, record }
      asked.push(job)
      return play.answer(job)
    }
  onTestFinished(() => repairs.forEach((repair) => repair.stop()))

  return {
    library,
    asked,
    told,
    play,
    start: (limits: Partial<GapQueueLimits> = {}): GapQueue => {
      const repair = createGapQueue({
        library,
        sounds: { hold: () => Promise.resolve(ok(() => Promise.resolve())) },
        engines: {
          choose: () => play.choose(),
          transcribe: { service: transcribe('service'), 'on-device': transcribe('on-device') },
          transcribeWhole: transcribe('service'),
        },
        broadcast: (name, payload) => told.push({ name, payload }),
        jobDeletion: { sweep: () => undefined },
        random: () => 0.5,
        limits: { firstPauseMs: 20, longestPauseMs: 200, unsettledMs: 20, ...limits },
      })
      repairs.push(repair)
      return repair
    },
    /** Adds a finished meeting with these words in its audio. Returns the words. */
    meeting: (speech: ToneOptions, source: Source = 'microphone'): readonly ToneWord[] => {
      const id = 'meeting-1'
      if (!library.meetings.get(id).ok) {
        unwrap(library.meetings.create(meetingOf({ id, engine: 'service' })))
      }
      unwrap(library.meetings.setState(id, 'done'))
      const said = toneSpeech({ sampleRate: 16_000, ...speech })
      const path = library.audioPath(id, source)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, wavBytes(said))
      const { audio } = unwrap(library.meetings.get(id))
      const others = audio.filter((info) => info.source !== source)
      unwrap(
        library.meetings.setProgress(id, said.samples.length / 16, [
          ...others,
          { source, samples: said.samples.length },
        ]),
      )
      return said.words
    },
    transcript: () => unwrap(library.transcript('meeting-1')),
    /** Waits until no gap is open. */
    filled: () =>
      vi.waitFor(
        () => {
          const open = unwrap(library.gaps.list('meeting-1')).filter(
            (gap) => gap.sound && !gap.filled,
          )
          if (open.length > 0) throw new Error(`${open.length} gaps are open`)
        },
        { timeout: 10_000, interval: 5 },
      ),
    payloads: <E extends MainEventName>(name: E) =>
      told.filter((event) => event.name === name).map(({ payload }) => payload as MainEvents[E]),
  }
}
