import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { exportMessages } from '../../common/text'
import { sampleRate, type AudioInfo, type Source } from '../../common/model'
import { samplesToMs } from '../../common/time'
import { bytesPerSample, repairWav, wavHeaderBytes } from '../audio-files'
import { createLog } from '../platform'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import type { Meetings } from './meetings'

const log = createLog('orphan-audio')

const sources: readonly Source[] = ['microphone', 'system', 'file']

/** Shorter audio is what a recording leaves that was stopped at once. */
const shortestSamples = sampleRate

/**
 * Adds a meeting for each folder of audio without one, for example after the database was lost. It
 * is offered like a meeting whose recording was interrupted. Returns the ids.
 */
export function adoptAudio(database: Database, meetings: Meetings, folder: string): string[] {
  const exists = database.statement('SELECT 1 FROM meetings WHERE id = :id')
  const adopted: string[] = []
  for (const id of foldersIn(folder)) {
    const known = attempt(() => exists.get({ id }) !== undefined)
    if (!known.ok || known.value) continue
    const audio = sources.flatMap((source) => audioOf(join(folder, id), source))
    if (audio.length === 0) continue
    const durationMs = samplesToMs(Math.max(...audio.map(({ samples }) => samples)))
    const endedAt = Math.max(
      ...audio.map(({ source }) => statSync(join(folder, id, `${source}.wav`)).mtimeMs),
    )
    const created = meetings.create({
      id,
      title: exportMessages.recovered,
      startedAt: Math.round(endedAt - durationMs),
      engine: 'service',
      model: '',
    })
    const marked = created.ok ? meetings.markInterrupted(id, audio) : created
    if (marked.ok) adopted.push(id)
    else log.error('audio not adopted', { id, code: marked.error.code })
  }
  if (adopted.length > 0) log.warn('audio without a meeting adopted', { ids: adopted })
  return adopted
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[A-Za-z0-9-]{1,64}$/.test(entry.name))
    .map(({ name }) => name)
}

function audioOf(folder: string, source: Source): AudioInfo[] {
  const path = join(folder, `${source}.wav`)
  if (!existsSync(path)) return []
  if (statSync(path).size < wavHeaderBytes + shortestSamples * bytesPerSample) return []
  const repaired = repairWav(path)
  return repaired.ok ? [{ source, samples: repaired.value }] : []
}
