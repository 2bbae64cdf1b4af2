import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { EventName, EventPayload } from '../../../preload/contract'
import { ok, type Result } from '../../../preload/errors'
import type { EngineKind, Source } from '../../../preload/model'
import type { Library } from '../../../main/library/library'
import type { JobMemory, SpokenWord, Transcribe, Transcription } from '../../../main/pre-recorded'
import { createRepair, type Repair, type RepairLimits } from '../../../main/repair/job'
import { createToneDecoder } from '../../speech/decoder'
import { toneSpeech, wordText, type ToneOptions, type ToneWord } from '../../speech/tones'
import { wavBytes } from '../../speech/wav'
import { meetingOf, must, newLibrary } from '../library/folder'

/** What one job was given. */
export interface Asked {
  readonly engine: EngineKind
  readonly channels: readonly Uint8Array[]
  readonly signal: AbortSignal
  readonly memory: JobMemory | undefined
}

/** The tone words of one channel, as an engine would give them. */
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

/** The filling of gaps in a library on the disk, with engines that the test plays. */
export function setUp(library: Library = newLibrary()) {
  const asked: Asked[] = []
  const told: { name: EventName; payload: unknown }[] = []
  const play = {
    choose: (): Promise<Result<EngineKind>> => Promise.resolve(ok('service')),
    answer: (job: Asked): Result<Transcription> | Promise<Result<Transcription>> => heardOf(job),
  }
  const repairs: Repair[] = []
  const transcribe =
    (engine: EngineKind): Transcribe =>
    async (channels, signal, memory) => {
      const job = { engine, channels, signal, memory }
      asked.push(job)
      return play.answer(job)
    }
  onTestFinished(() => repairs.forEach((repair) => repair.stop()))

  return {
    library,
    asked,
    told,
    play,
    start: (limits: Partial<RepairLimits> = {}): Repair => {
      const repair = createRepair({
        library,
        sounds: { hold: () => Promise.resolve(ok(() => Promise.resolve())) },
        engines: {
          choose: () => play.choose(),
          transcribe: { service: transcribe('service'), 'on-device': transcribe('on-device') },
          transcribeWhole: transcribe('service'),
        },
        broadcast: (name, payload) => told.push({ name, payload }),
        random: () => 0.5,
        limits: { firstPauseMs: 20, longestPauseMs: 200, unsettledMs: 20, ...limits },
      })
      repairs.push(repair)
      return repair
    },
    /** A meeting that is over, with these words in its sound; gives the words. */
    meeting: (speech: ToneOptions, source: Source = 'microphone'): readonly ToneWord[] => {
      const id = 'meeting-1'
      if (!library.meetings.get(id).ok) {
        must(library.meetings.create(meetingOf({ id, engine: 'service' })))
      }
      must(library.meetings.setState(id, 'done'))
      const said = toneSpeech({ sampleRate: 16_000, ...speech })
      const path = library.audioPath(id, source)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, wavBytes(said))
      const { audio } = must(library.meetings.get(id))
      const others = audio.filter((info) => info.source !== source)
      must(
        library.meetings.setProgress(id, said.samples.length / 16, [
          ...others,
          { source, samples: said.samples.length },
        ]),
      )
      return said.words
    },
    transcript: () => must(library.transcript('meeting-1')),
    /** Waits until no gap is open. */
    filled: () =>
      vi.waitFor(
        () => {
          const open = must(library.gaps.list('meeting-1')).filter(
            (gap) => gap.sound && !gap.filled,
          )
          if (open.length > 0) throw new Error(`${open.length} gaps are open`)
        },
        { timeout: 10_000, interval: 5 },
      ),
    payloads: <E extends EventName>(name: E) =>
      told.filter((event) => event.name === name).map(({ payload }) => payload as EventPayload<E>),
  }
}
