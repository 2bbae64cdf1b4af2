import { readlink, type FileHandle } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fail, ok, type Result } from '../../common/errors'
import type { ExportChoice, Meeting, Source, Transcript } from '../../common/model'
import type { Range } from '../../common/time'
import { openMix, silenced, wavInfo } from '../audio-files'
import { replaceFile } from '../platform'
import type { Annotations } from './annotations'
import { oneLine } from './entries'
import { consentWords } from './header'
import { render } from './render'

export interface ExportJob {
  readonly choice: ExportChoice
  readonly transcript: Transcript
  /** The path of the file; an existing file is replaced completely or not at all. */
  readonly path: string
  readonly annotations: Annotations
  /** The ranges in which the sound is silent, in ms, in order. */
  readonly silent: readonly Range[]
  /** The path of the WAV of each source. */
  readonly audioPaths: Readonly<Partial<Record<Source, string>>>
}

const blockBytes = 512 * 1024
/** As many as Linux follows. */
const mostLinks = 40

/**
 * Writes a meeting to a file. A link stays, and its target is replaced. Errors: `export-failed`, with
 * the message of the system; an existing file is unchanged then.
 */
export async function exportFile(job: ExportJob): Promise<Result<{ path: string }>> {
  try {
    const target = await targetOf(job.path)
    const { format } = job.choice
    await replaceFile(target, (part) =>
      format === 'wav' ? writeMix(job, part) : writeText(job, format, part),
    )
    return ok({ path: job.path })
  } catch (cause) {
    return fail('export-failed', cause instanceof Error ? cause.message : String(cause))
  }
}

/** The file to which a link leads, also if it does not exist yet; any other path as it is. */
async function targetOf(path: string): Promise<string> {
  let target = path
  for (let links = 0; links < mostLinks; links += 1) {
    const link = await readlink(target).catch(() => null)
    if (link === null) return target
    target = resolve(dirname(target), link)
  }
  throw new Error('The links lead in a circle.')
}

async function writeText(
  { choice, transcript, annotations }: ExportJob,
  format: Exclude<ExportChoice['format'], 'wav'>,
  part: FileHandle,
): Promise<number> {
  const content = await render(format, transcript, { ...choice, annotations })
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  await part.writeFile(bytes)
  return bytes.length
}

/** Writes the chosen sources of a meeting as one WAV. */
async function writeMix(job: ExportJob, part: FileHandle): Promise<number> {
  const { choice, transcript, audioPaths } = job
  const withAudio = transcript.meeting.audio.filter(({ samples }) => samples > 0)
  const chosen = withAudio.filter(({ source }) => choice.sound === 'mix' || source === choice.sound)
  const open = await openMix(
    (chosen.length > 0 ? chosen : withAudio).flatMap(({ source }) => audioPaths[source] ?? []),
  )
  if (open === null) throw new Error('The meeting has no audio.')
  const mix = silenced(open, job.silent)
  try {
    let at = 0
    while (at < mix.size) {
      const block = await mix.read(at, blockBytes)
      if (block.length === 0) break
      await part.writeFile(block)
      at += block.length
    }
    return at + (await writeInfo(transcript.meeting, part, at))
  } finally {
    await mix.close()
  }
}

/** Adds consent as the comment of a WAV, and tags as its keywords. Returns the number of bytes. */
async function writeInfo(meeting: Meeting, part: FileHandle, wavBytes: number): Promise<number> {
  const comment = consentWords(meeting, undefined)
  const keywords = meeting.tags.length === 0 ? null : meeting.tags.map(oneLine).join('; ')
  const info = wavInfo({ comment, keywords }, wavBytes)
  if (info === null) return 0
  await part.writeFile(info.bytes)
  await part.write(info.size, 0, info.size.length, info.sizeAt)
  return info.bytes.length
}
