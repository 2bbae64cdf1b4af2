import { open, rename, rm } from 'node:fs/promises'
import { fail, ok, type Result } from '../../preload/errors'
import type { AudioInfo } from '../../preload/model'
import { decodeFile } from '../import/decode-job'
import type { ImporterPort } from '../import/page-job'
import type { Library } from '../library/library'
import { bytesPerSample, wavHeader, wavHeaderBytes } from '../library/wav-header'
import { createLog } from '../log'

const log = createLog('sounds')

/** The sound of a meeting as WAV files, for as long as somebody needs them. */
export interface Sounds {
  /**
   * Sees to it that each source has its WAV, unpacked where it was compressed. The answer gives them
   * back, and is to be called whatever happens. `meeting-not-found`, `audio-read-failed`,
   * `cancelled`; a meeting whose sound was deleted has `no-sound`.
   */
  hold(meetingId: string, signal?: AbortSignal): Promise<Result<() => Promise<void>>>
  /** Whether somebody needs them now. */
  isHeld(meetingId: string): boolean
  /** Takes away the WAV files of a meeting whose compressed sound is there, if nobody needs them. */
  tidy(meetingId: string): Promise<void>
}

export interface SoundsOptions {
  readonly library: Pick<Library, 'meetings' | 'audioPath' | 'packedPath'>
  readonly openPage: () => ImporterPort
  /** Nobody needs the sound of a meeting any more. */
  readonly onFree: () => void
}

export function createSounds({ library, openPage, onFree }: SoundsOptions): Sounds {
  const held = new Map<string, number>()
  /** One after the other for each meeting, so that nobody takes away what another one makes. */
  const turns = new Map<string, Promise<unknown>>()

  function inTurn<T>(meetingId: string, work: () => Promise<T>): Promise<T> {
    const next = (turns.get(meetingId) ?? Promise.resolve()).then(work, work)
    turns.set(meetingId, next)
    void next.finally(() => turns.get(meetingId) === next && turns.delete(meetingId))
    return next
  }

  async function tidyNow(meetingId: string): Promise<void> {
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok || meeting.value.sound !== 'packed' || held.has(meetingId)) return
    for (const { source } of meeting.value.audio) {
      const path = library.audioPath(meetingId, source)
      await rm(path, { force: true }).catch((cause: unknown) =>
        log.warn('not taken away', { path, cause }),
      )
    }
  }

  async function unpackAll(meetingId: string, signal: AbortSignal): Promise<Result<undefined>> {
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok) return meeting
    const { sound, audio } = meeting.value
    if (sound === 'deleted') return fail('no-sound')
    if (sound === 'recorded') return ok(undefined)
    for (const info of audio.filter(({ samples }) => samples > 0)) {
      const done = await unpack(meetingId, info, signal)
      if (!done.ok) return done
    }
    return ok(undefined)
  }

  /** As long as it was recorded, to the sample: what the times of the meeting count by. */
  async function unpack(
    meetingId: string,
    { source, samples }: AudioInfo,
    signal: AbortSignal,
  ): Promise<Result<undefined>> {
    const path = library.audioPath(meetingId, source)
    const beside = `${path}.new`
    try {
      const there = await open(path, 'r').catch(() => null)
      await there?.close()
      if (there) return ok(undefined)
      const packed = await open(library.packedPath(meetingId, source), 'r')
      const wav = await open(beside, 'w')
      try {
        await wav.writeFile(wavHeader(samples))
        let left = samples * bytesPerSample
        const decoded = await decodeFile({
          file: packed,
          size: (await packed.stat()).size,
          port: openPage(),
          signal,
          take: async (pcm) => {
            await wav.writeFile(pcm.subarray(0, left))
            left -= Math.min(left, pcm.length)
            return ok(undefined)
          },
          onShare: () => undefined,
        })
        if (!decoded.ok) {
          const { code, detail } = decoded.error
          return code === 'cancelled' ? decoded : fail('audio-read-failed', detail)
        }
        await wav.truncate(wavHeaderBytes + samples * bytesPerSample)
      } finally {
        await Promise.all([packed.close(), wav.close()])
      }
      await rename(beside, path)
      return ok(undefined)
    } catch (cause) {
      return fail('audio-read-failed', cause instanceof Error ? cause.message : String(cause))
    } finally {
      await rm(beside, { force: true })
    }
  }

  async function release(meetingId: string): Promise<void> {
    const count = (held.get(meetingId) ?? 1) - 1
    if (count > 0) held.set(meetingId, count)
    else held.delete(meetingId)
    await inTurn(meetingId, () => tidyNow(meetingId))
    if (!held.has(meetingId)) onFree()
  }

  return {
    hold: async (meetingId, signal = new AbortController().signal) => {
      held.set(meetingId, (held.get(meetingId) ?? 0) + 1)
      const there = await inTurn(meetingId, () => unpackAll(meetingId, signal))
      if (there.ok) return ok(() => release(meetingId))
      await release(meetingId)
      return there
    },
    isHeld: (meetingId) => held.has(meetingId),
    tidy: (meetingId) => inTurn(meetingId, () => tidyNow(meetingId)),
  }
}
