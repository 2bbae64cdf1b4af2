import { copyFile, rename, rm, writeFile } from 'node:fs/promises'
import type { ExportFormat } from '../../preload/contract'
import { fail, ok, type Result } from '../../preload/errors'
import type { Source, Transcript } from '../../preload/model'
import { exportText, type ExportOptions } from './text'

export interface ExportJob extends ExportOptions {
  format: ExportFormat
  transcript: Transcript
  /** Where the file goes; an existing one is replaced, whole or not at all. */
  path: string
  audioPath: (source: Source) => string
}

/** Writes a meeting into a file. `export-failed`, with the system's words. */
export async function exportFile(job: ExportJob): Promise<Result<{ path: string }>> {
  const { path, format, transcript } = job
  const part = `${path}.part`
  try {
    if (format === 'wav') {
      // The person's own voice first; a meeting may have been heard through the system alone.
      const source = transcript.meeting.audio.find(({ samples }) => samples > 0)?.source
      if (source === undefined) return fail('export-failed', 'The meeting has no sound.')
      await copyFile(job.audioPath(source), part)
    } else {
      await writeFile(part, exportText(format, transcript, job))
    }
    await rename(part, path)
    return ok({ path })
  } catch (cause) {
    await rm(part, { force: true })
    return fail('export-failed', cause instanceof Error ? cause.message : String(cause))
  }
}
