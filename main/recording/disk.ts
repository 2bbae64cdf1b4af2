import { errorValue, type ErrorValue, type Result } from '../../preload/errors'
import type { Gap } from '../../preload/model'
import type { LostSound } from './audio'
import { samplesToMs } from './lanes'
import type { RecordingsOptions } from './options'
import type { Running } from './run'
import type { Stage } from './stage'

/** Sound waits until there is this much room again, in bytes: a few minutes, beside the text's own. */
const roomForSound = 16 * 1024 * 1024
/** At the end the sound may take all but this, in which the text and its gaps are stored. */
const roomForText = 2 * 1024 * 1024

/** Brings the sound to the disk; on a full one the text has what little room there is. */
export interface Disk {
  /** Writes what came. While a full disk has no room for sound, it waits in memory. */
  flush(run: Running): Promise<void>
  /** Ends the files, with all that still fits; the rest has a gap then. */
  close(run: Running): Promise<void>
  /** Gaps for what the disk refused for too long. */
  keepLost(run: Running): void
  /** The text was stored, or it was not. */
  textStored(error: ErrorValue | null): void
}

export function createDisk(
  { problems, tellStatus }: Stage,
  { freeBytes, reserve }: RecordingsOptions,
  now: () => number,
): Disk {
  /** Notes how it went; true where the disk is full. */
  function note(place: 'audio' | 'text', stored: Result<unknown>): boolean {
    const error = stored.ok ? null : stored.error
    const isFull = error?.code === 'disk-full'
    if (isFull) reserve.release()
    if (problems.set(place, null, error)) tellStatus()
    return isFull
  }

  function keepLost(run: Running): void {
    for (const gap of gapsOf(run.audio.lost())) run.transcript.gap(gap)
  }

  return {
    flush: async (run) => {
      if (run.diskFull && !hasRoom(await freeBytes())) return
      const flushed = await run.audio.flush()
      if (flushed.ok && run.audio.infos().length > 0) run.savedAt = now()
      const wasFull = run.diskFull
      run.diskFull = note('audio', flushed)
      if (wasFull && !run.diskFull) void reserve.keep()
    },
    close: async (run) => {
      const free = run.diskFull ? await freeBytes() : null
      const closed = await run.audio.close(free === null ? Infinity : free - roomForText)
      keepLost(run)
      const error = errorValue('disk-full')
      note('audio', closed.ok && run.audio.lost().length > 0 ? { ok: false, error } : closed)
    },
    keepLost,
    textStored: (error) =>
      void note('text', error === null ? { ok: true, value: null } : { ok: false, error }),
  }
}

/** Where nobody can tell, it is tried. */
function hasRoom(bytes: number | null): boolean {
  return bytes === null || bytes >= roomForSound
}

/** One that grows keeps its id. */
function gapsOf(lost: readonly LostSound[]): Gap[] {
  return lost.map(({ source, start, end }) => ({
    id: `disk-full-${source}-${start}`,
    source,
    startMs: samplesToMs(start),
    endMs: samplesToMs(end),
    reason: 'disk-full',
    sound: false,
    filled: false,
  }))
}
