import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wavHeader } from '../../../main/audio-files/wav-header'
import { exportFile } from '../../../main/exports/write'
import { all, transcriptOf } from '../exports/transcripts'
import { temporaryFolder, unwrap } from '../library/folder'
import { hasFfmpeg } from '../../formats/ffmpeg'

const seconds = 4

/** A tone of one source. */
function tone(path: string, hz: number): string {
  const samples = Int16Array.from({ length: seconds * 16_000 }, (_, index) =>
    Math.round(9_000 * Math.sin((2 * Math.PI * hz * index) / 16_000)),
  )
  writeFileSync(path, Buffer.concat([wavHeader(samples.length), Buffer.from(samples.buffer)]))
  return path
}

/** The samples of a file as ffmpeg decodes it. */
function decoded(path: string): Int16Array {
  const bytes = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-f', 's16le', '-ac', '1', '-ar', '16000', '-'],
    { maxBuffer: 1e8 },
  )
  return new Int16Array(Uint8Array.from(bytes).buffer)
}

const loudest = (samples: Int16Array, fromMs: number, toMs: number) =>
  samples.slice(fromMs * 16, toMs * 16).reduce((most, one) => Math.max(most, Math.abs(one)), 0)

test.skipIf(!hasFfmpeg).each(['mix', 'microphone', 'system'] as const)(
  'the exported sound of %s is silent in the ranges and complete around them',
  async (sound) => {
    const folder = temporaryFolder()
    const path = join(folder, 'out.wav')
    const audio = (['microphone', 'system'] as const).map((source) => ({
      source,
      samples: seconds * 16_000,
    }))
    unwrap(
      await exportFile({
        choice: { ...all, format: 'wav', sound },
        transcript: transcriptOf([], [], { audio }),
        path,
        annotations: { notes: [], marks: [] },
        silent: [
          { startMs: 1_000, endMs: 1_500 },
          { startMs: 3_900, endMs: 9_000 },
        ],
        audioPaths: {
          microphone: tone(join(folder, 'a.wav'), 440),
          system: tone(join(folder, 'b.wav'), 1_000),
        },
      }),
    )
    const samples = decoded(path)
    expect(samples.length).toBe(seconds * 16_000)
    expect(loudest(samples, 1_000, 1_500)).toBe(0)
    expect(loudest(samples, 3_900, 4_000)).toBe(0)
    expect(loudest(samples, 0, 990)).toBeGreaterThan(8_900)
    expect(loudest(samples, 1_510, 3_890)).toBeGreaterThan(8_900)
    // No click: the sound fades over 10 ms.
    const steps = Array.from(samples.slice(980 * 16, 1_520 * 16)).map((one, index, part) =>
      Math.abs(one - (part[index - 1] ?? one)),
    )
    const step = Math.max(...steps)
    const inside = Array.from(samples.slice(0, 900 * 16)).map((one, index, part) =>
      Math.abs(one - (part[index - 1] ?? one)),
    )
    expect(step).toBeLessThanOrEqual(Math.max(...inside) + 1)
  },
)
