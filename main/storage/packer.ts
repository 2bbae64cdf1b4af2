import { rm } from 'node:fs/promises'
import { errorValue, fail, ok, type ErrorValue, type Result } from '../../preload/errors'
import type { Meeting, Settings } from '../../preload/model'
import type { ImporterPort } from '../import/page-job'
import type { Library } from '../library/library'
import { openMix } from '../library/playable'
import { createLog } from '../log'
import type { Broadcast } from '../recording/transcript'
import { packFile } from './pack-file'
import type { Sounds } from './sounds'

const log = createLog('packer')

const dayMs = 24 * 60 * 60_000
/** Who has just met listens to this and that; then the sound is compressed. */
export const quietMs = 5 * 60_000
const longestWaitMs = 6 * 60 * 60_000

/** Makes the sound of meetings smaller, or deletes it, as the settings say. */
export interface Packer {
  /** Something happened that may give work: the start, the end of a meeting, the settings. */
  trigger(): void
  /** A recording needs the computer now: what was begun is given up, and begun again later. */
  pause(): void
  stop(): void
  /** Why the last meeting stayed as it was recorded, or null. */
  problem(): ErrorValue | null
}

export interface PackerOptions {
  readonly library: Pick<
    Library,
    'meetings' | 'gaps' | 'audioPath' | 'packedPath' | 'waveform' | 'readOnly' | 'audioFolder'
  >
  readonly sounds: Sounds
  readonly settings: () => Pick<Settings, 'sound' | 'soundDays'>
  readonly isRecording: () => boolean
  readonly openPage: () => ImporterPort
  readonly broadcast: Broadcast
  readonly now?: () => number
}

/** What is to be done now, or in so many ms; nothing as things are. */
export type Step = 'pack' | 'delete' | { readonly inMs: number } | null

/**
 * What is to be done with the sound of a meeting. One that is not over, or whose words are still to
 * be written down from its sound, is left alone.
 */
export function stepFor(
  meeting: Pick<Meeting, 'state' | 'sound' | 'audio' | 'startedAt' | 'durationMs'>,
  hasOpenGaps: boolean,
  { sound, soundDays }: Pick<Settings, 'sound' | 'soundDays'>,
  now: number,
): Step {
  const over = meeting.state === 'done' || meeting.state === 'interrupted'
  const samples = meeting.audio.reduce((sum, each) => sum + each.samples, 0)
  if (!over || hasOpenGaps || samples === 0 || meeting.sound === 'deleted') return null
  const overForMs = now - meeting.startedAt - meeting.durationMs
  const keepMs = soundDays * dayMs
  if (sound === 'delete' && overForMs >= keepMs) return 'delete'
  if (sound !== 'keep' && meeting.sound === 'recorded') {
    return overForMs >= quietMs ? 'pack' : { inMs: quietMs - overForMs }
  }
  return sound === 'delete' ? { inMs: keepMs - overForMs } : null
}

export function createPacker(options: PackerOptions): Packer {
  const { library, sounds, settings, broadcast, now = Date.now } = options
  let life = new AbortController()
  let running = false
  let again = false
  let stopped = false
  let swept = false
  let problem: ErrorValue | null = null
  let timer: NodeJS.Timeout | null = null
  let waitMs = longestWaitMs
  /** Meetings that could not be compressed are left alone until the next start. */
  const failed = new Set<string>()

  /** What an earlier start had compressed or deleted, and did not take away. */
  async function sweep(): Promise<void> {
    const meetings = library.meetings.list()
    if (swept || !meetings.ok) return
    swept = true
    for (const { id, sound } of meetings.value) {
      if (sound === 'packed') await sounds.tidy(id)
      else if (sound === 'deleted') await removeFiles(id)
    }
  }

  async function run(): Promise<void> {
    await sweep()
    for (let task = nextTask(); task !== null; task = nextTask()) {
      const { meeting, step } = task
      const done = step === 'pack' ? await pack(meeting) : await remove(meeting)
      if (done.ok) {
        log.info('sound', { id: meeting.id, step })
        const changed = library.meetings.get(meeting.id)
        if (changed.ok) broadcast('meetings:changed', changed.value)
      } else if (done.error.code !== 'cancelled') {
        failed.add(meeting.id)
        problem = done.error
        log.warn('sound left as it is', { id: meeting.id, detail: done.error.detail ?? '' })
      }
    }
  }

  function nextTask(): { meeting: Meeting; step: 'pack' | 'delete' } | null {
    waitMs = longestWaitMs
    if (stopped || options.isRecording()) return null
    const meetings = library.meetings.list()
    const open = library.gaps.unfilled()
    if (!meetings.ok || !open.ok) return null
    const waiting = new Set(open.value.map(({ meetingId }) => meetingId))
    for (const meeting of meetings.value) {
      if (failed.has(meeting.id) || sounds.isHeld(meeting.id)) continue
      const step = stepFor(meeting, waiting.has(meeting.id), settings(), now())
      if (step === 'pack' || step === 'delete') return { meeting, step }
      if (step !== null) waitMs = Math.min(waitMs, step.inMs)
    }
    return null
  }

  async function pack({ id, audio }: Meeting): Promise<Result<undefined>> {
    const { signal } = life
    // The time line is drawn from it, and it is made from the sound as it was recorded.
    const waveform = await library.waveform(id)
    if (!waveform.ok) return waveform
    const sources = audio.filter(({ samples }) => samples > 0).map(({ source }) => source)
    const files = sources.map((source) => ({
      from: [library.audioPath(id, source)],
      to: library.packedPath(id, source),
    }))
    if (sources.length > 1) {
      files.push({ from: files.flatMap(({ from }) => from), to: library.packedPath(id, 'mix') })
    }
    for (const { from, to } of files) {
      const sound = await openMix(from)
      if (sound === null) return fail('sound-not-packed', 'no sound')
      try {
        const packed = await packFile({ sound, path: to, openPage: options.openPage, signal })
        if (!packed.ok) return packed
      } finally {
        await sound.close()
      }
    }
    // Its words may have begun to be written down anew meanwhile.
    const changed = library.meetings.setSound(id, 'packed')
    if (changed.ok) await sounds.tidy(id)
    return changed
  }

  async function remove({ id }: Meeting): Promise<Result<undefined>> {
    // First that it is gone: a kill in between leaves files that nobody plays, and the next start ends it.
    const changed = library.meetings.setSound(id, 'deleted')
    return changed.ok ? removeFiles(id) : changed
  }

  async function removeFiles(id: string): Promise<Result<undefined>> {
    try {
      await rm(library.audioFolder(id), { recursive: true, force: true })
      return ok(undefined)
    } catch (cause) {
      return fail('sound-not-packed', cause instanceof Error ? cause.message : String(cause))
    }
  }

  function start(): void {
    if (stopped || library.readOnly !== null) return
    if (running) {
      again = true
      return
    }
    running = true
    again = false
    if (timer) clearTimeout(timer)
    run()
      .catch((cause: unknown) => {
        problem = errorValue('sound-not-packed', String(cause))
        log.error('packing failed', { cause })
      })
      .finally(() => {
        running = false
        if (again) start()
        else if (!stopped) timer = setTimeout(start, Math.max(1_000, waitMs)).unref()
      })
  }

  return {
    trigger: start,
    pause: () => {
      life.abort()
      life = new AbortController()
    },
    stop: () => {
      stopped = true
      if (timer) clearTimeout(timer)
      life.abort()
    },
    problem: () => problem,
  }
}
