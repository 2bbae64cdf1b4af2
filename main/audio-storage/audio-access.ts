import { open, rename, rm } from 'node:fs/promises'
import { fail, ok, type Result } from '../../common/errors'
import type { AudioInfo } from '../../common/model'
import {
  bytesPerSample,
  decodeFile,
  type ImporterPort,
  wavHeader,
  wavHeaderBytes,
} from '../audio-files'
import type { Library } from '../library'
import { createLog } from '../platform'

const log = createLog('audio-access')

/** Provides the audio of a meeting as WAV files for as long as they are needed. */
export interface AudioAccess {
  /**
   * Makes sure that each source has its WAV; compressed audio is decompressed. Returns a function
   * that releases the files and must always be called. Errors: `meeting-not-found`,
   * `audio-read-failed`, `cancelled`, and `no-sound` if the audio was deleted.
   */
  hold(meetingId: string, signal?: AbortSignal): Promise<Result<() => Promise<void>>>
  /** Whether the files are needed now. */
  isHeld(meetingId: string): boolean
  /** Deletes the WAV files of a meeting with compressed audio, unless they are needed. */
  tidy(meetingId: string): Promise<void>
}

export interface AudioAccessOptions {
  readonly library: Pick<Library, 'meetings' | 'audioPath' | 'compressedPath'>
  readonly openPage: () => ImporterPort
  /** The audio of a meeting is no longer needed. */
  readonly onRelease: () => void
}

export function createAudioAccess({
  library,
  openPage,
  onRelease,
}: AudioAccessOptions): AudioAccess {
  const held = new Map<string, number>()
  /** Runs the work on one meeting in sequence, so that no file is deleted while it is created. */
  const queues = new Map<string, Promise<unknown>>()

  function inTurn<T>(meetingId: string, work: () => Promise<T>): Promise<T> {
    const next = (queues.get(meetingId) ?? Promise.resolve()).then(work, work)
    queues.set(meetingId, next)
    void next.finally(() => queues.get(meetingId) === next && queues.delete(meetingId))
    return next
  }

  async function tidyNow(meetingId: string): Promise<void> {
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok || meeting.value.sound !== 'packed' || held.has(meetingId)) return
    for (const { source } of meeting.value.audio) {
      const path = library.audioPath(meetingId, source)
      await rm(path, { force: true }).catch((cause: unknown) =>
        log.warn('file not deleted', { path, cause }),
      )
    }
  }

  async function decompressAll(meetingId: string, signal: AbortSignal): Promise<Result<undefined>> {
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok) return meeting
    const { sound, audio } = meeting.value
    if (sound === 'deleted') return fail('no-sound')
    if (sound === 'recorded') return ok(undefined)
    for (const info of audio.filter(({ samples }) => samples > 0)) {
      const done = await decompress(meetingId, info, signal)
      if (!done.ok) return done
    }
    return ok(undefined)
  }

  /** Restores the exact length of the recording, since the times of the meeting depend on it. */
  async function decompress(
    meetingId: string,
    { source, samples }: AudioInfo,
    signal: AbortSignal,
  ): Promise<Result<undefined>> {
    const path = library.audioPath(meetingId, source)
    const partial = `${path}.new`
    try {
      const existing = await open(path, 'r').catch(() => null)
      await existing?.close()
      if (existing) return ok(undefined)
      const compressed = await open(library.compressedPath(meetingId, source), 'r')
      const wav = await open(partial, 'w')
      try {
        await wav.writeFile(wavHeader(samples))
        let left = samples * bytesPerSample
        const decoded = await decodeFile({
          file: compressed,
          size: (await compressed.stat()).size,
          name: 'sound.ogg',
          level: false,
          port: openPage(),
          signal,
          take: async (pcm) => {
            await wav.writeFile(pcm.subarray(0, left))
            left -= Math.min(left, pcm.length)
            return ok(undefined)
          },
          restart: () => Promise.resolve(ok(undefined)),
          onShare: () => undefined,
        })
        if (!decoded.ok) {
          const { code, detail } = decoded.error
          return code === 'cancelled' ? decoded : fail('audio-read-failed', detail)
        }
        await wav.truncate(wavHeaderBytes + samples * bytesPerSample)
      } finally {
        await Promise.all([compressed.close(), wav.close()])
      }
      await rename(partial, path)
      return ok(undefined)
    } catch (cause) {
      return fail('audio-read-failed', cause instanceof Error ? cause.message : String(cause))
    } finally {
      await rm(partial, { force: true })
    }
  }

  async function release(meetingId: string): Promise<void> {
    const count = (held.get(meetingId) ?? 1) - 1
    if (count > 0) held.set(meetingId, count)
    else held.delete(meetingId)
    await inTurn(meetingId, () => tidyNow(meetingId))
    if (!held.has(meetingId)) onRelease()
  }

  return {
    hold: async (meetingId, signal = new AbortController().signal) => {
      held.set(meetingId, (held.get(meetingId) ?? 0) + 1)
      const ready = await inTurn(meetingId, () => decompressAll(meetingId, signal))
      if (ready.ok) return ok(() => release(meetingId))
      await release(meetingId)
      return ready
    },
    isHeld: (meetingId) => held.has(meetingId),
    tidy: (meetingId) => inTurn(meetingId, () => tidyNow(meetingId)),
  }
}
