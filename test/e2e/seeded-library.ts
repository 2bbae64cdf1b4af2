import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openLibrary, type Library } from '../../main/library/library'
import { wavHeader } from '../../main/audio-files/wav-header'
import { writeFileSync } from 'node:fs'
import { sampleRate, type Source, type Turn } from '../../common/model'
import { unwrap } from '../unwrap'

/** A meeting for the library: who said what, one turn every ten seconds. */
export interface SeededMeeting {
  readonly id: string
  readonly title: string
  readonly startedAt: number
  readonly said: readonly (readonly [speaker: string | null, text: string])[]
  readonly tags?: readonly string[]
  readonly names?: Readonly<Record<string, string>>
}

const turnMs = 10_000

/** Writes a library to the data folder of an app that is not running. */
export function seedLibrary(dataFolder: string, meetings: readonly SeededMeeting[]): void {
  const library = unwrap(openLibrary({ folder: join(dataFolder, 'library') }))
  for (const meeting of meetings) seedMeeting(library, meeting)
  library.close()
}

function seedMeeting(library: Library, { id, title, startedAt, said, tags, names }: SeededMeeting) {
  unwrap(
    library.meetings.create({
      id,
      title,
      startedAt,
      engine: 'service',
      model: 'universal-3-6-pro',
    }),
  )
  for (const [turnOrder, [speaker, text]] of said.entries()) {
    unwrap(library.turns.upsert(id, turnOf(turnOrder, speaker, text)))
  }
  for (const [label, name] of Object.entries(names ?? {})) {
    const turnOrder = said.findIndex(([speaker]) => speaker === label)
    const turn = { sessionId: 'session', turnOrder }
    unwrap(library.corrections.edit(id, { kind: 'rename', turn, name }))
  }
  const durationMs = said.length * turnMs
  const samples = (durationMs * sampleRate) / 1_000
  writeSilence(library.audioPath(id, 'microphone'), samples)
  unwrap(library.meetings.setProgress(id, durationMs, [{ source: 'microphone', samples }]))
  unwrap(library.meetings.setState(id, 'done'))
  if (tags) unwrap(library.corrections.edit(id, { kind: 'tags', tags: [...tags] }))
}

/** A turn of the session `session`; one word takes 0.3 s. */
export function turnOf(turnOrder: number, speaker: string | null, text: string): Turn {
  const startMs = turnOrder * turnMs
  const words = text.split(' ').map((word, index) => ({
    text: word,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 300,
    confidence: 0.9,
    isFinal: true,
    speaker,
  }))
  const source: Source = 'microphone'
  return {
    source,
    sessionId: 'session',
    turnOrder,
    startMs,
    endMs: startMs + words.length * 300,
    text,
    words,
    isFinal: true,
    speaker,
    language: 'en',
    timing: 'measured',
    firstSeenMs: startMs + 500,
    finalMs: startMs + 3_000,
    filledIn: false,
    echo: false,
  }
}

function writeSilence(path: string, samples: number): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, Buffer.concat([wavHeader(samples), Buffer.alloc(samples * 2)]))
}
