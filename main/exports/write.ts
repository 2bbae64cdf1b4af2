import { open, rename, rm, writeFile } from 'node:fs/promises'
import { fail, ok, type Result } from '../../preload/errors'
import type { ExportChoice, Source, Transcript } from '../../preload/model'
import { openMix } from '../library/playable'
import type { Beside } from './beside'
import { render } from './render'

export interface ExportJob {
  readonly choice: ExportChoice
  readonly transcript: Transcript
  /** Where the file goes; an existing one is replaced, whole or not at all. */
  readonly path: string
  readonly beside: Beside
  /** Where the sound of each source is. */
  readonly sounds: Readonly<Partial<Record<Source, string>>>
}

const blockBytes = 512 * 1024

/** Writes a meeting into a file. `export-failed`, with the system's words. */
export async function exportFile(job: ExportJob): Promise<Result<{ path: string }>> {
  const part = `${job.path}.part`
  try {
    const written = await write(job, part)
    if (!written.ok) return written
    await rename(part, job.path)
    return ok({ path: job.path })
  } catch (cause) {
    await rm(part, { force: true })
    return fail('export-failed', cause instanceof Error ? cause.message : String(cause))
  }
}

async function write(
  { choice, transcript, beside, sounds }: ExportJob,
  path: string,
): Promise<Result<undefined>> {
  const { format } = choice
  if (format !== 'wav') {
    await writeFile(path, await render(format, transcript, { ...choice, beside }))
    return ok(undefined)
  }
  const there = transcript.meeting.audio.filter(({ samples }) => samples > 0)
  const chosen = there.filter(({ source }) => choice.sound === 'mix' || source === choice.sound)
  return writeSound(
    (chosen.length > 0 ? chosen : there).flatMap(({ source }) => sounds[source] ?? []),
    path,
  )
}

/** All of these sounds at once, as they were heard. */
async function writeSound(sounds: readonly string[], path: string): Promise<Result<undefined>> {
  const mix = await openMix(sounds)
  if (mix === null) return fail('export-failed', 'The meeting has no sound.')
  try {
    const file = await open(path, 'w')
    try {
      for (let at = 0; at < mix.size;) {
        const block = await mix.read(at, blockBytes)
        if (block.length === 0) break
        await file.writeFile(block)
        at += block.length
      }
    } finally {
      await file.close()
    }
    return ok(undefined)
  } finally {
    await mix.close()
  }
}
