import { rm } from 'node:fs/promises'
import { errorValue, fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { Meeting, Settings } from '../../common/model'
import { type ImporterPort, openMix } from '../audio-files'
import type { Library, MeetingSound } from '../library'
import { createLog } from '../platform'
import type { Broadcast } from '../boundary'
import { compressFile } from './compress-file'
import type { AudioAccess } from './audio-access'

const log = createLog('compressor')

const dayMs = 24 * 60 * 60_000
/** People listen again right after a meeting; the audio is compressed after that. */
const quietMs = 5 * 60_000
const longestWaitMs = 6 * 60 * 60_000

/** Compresses or deletes the audio of meetings, as the settings say. */
export interface Compressor {
  /** There may be work: after the start, the end of a meeting, a change of the settings. */
  trigger(): void
  /** A recording needs the computer: the current job is cancelled and repeated later. */
  pause(): void
  stop(): void
  /** Why the last meeting could not be compressed, or null. */
  problem(): ErrorValue | null
}

export interface CompressorOptions {
  readonly library: Pick<
    Library,
    | 'meetings'
    | 'gaps'
    | 'retentionNow'
    | 'received'
    | 'audioPath'
    | 'compressedPath'
    | 'waveform'
    | 'readOnly'
    | 'audioFolder'
  >
  readonly audioAccess: AudioAccess
  readonly settings: () => Pick<Settings, 'sound' | 'soundDays'>
  readonly isRecording: () => boolean
  readonly openPage: () => ImporterPort
  readonly broadcast: Broadcast
  readonly now?: () => number
}

/** What to do now, or after a number of ms; null if there is nothing to do. */
export type Step = 'compress' | 'delete' | { readonly inMs: number } | null

/**
 * Decides what to do with the audio of a meeting. Nothing happens to a meeting that is not over, or
 * whose audio has not been transcribed completely.
 */
export function stepFor(
  meeting: Pick<MeetingSound, 'state' | 'sound' | 'samples'>,
  {
    receivedAt,
    hasOpenGaps,
    settings: { sound, soundDays },
    now,
  }: {
    /** When the audio was received, by the clock of `now`. */
    readonly receivedAt: number
    readonly hasOpenGaps: boolean
    readonly settings: Pick<Settings, 'sound' | 'soundDays'>
    /** In ms, by the retention clock. */
    readonly now: number
  },
): Step {
  const over = meeting.state === 'done' || meeting.state === 'interrupted'
  if (!over || hasOpenGaps || meeting.samples === 0 || meeting.sound === 'deleted') return null
  const overForMs = now - receivedAt
  const keepMs = soundDays * dayMs
  if (sound === 'delete' && overForMs >= keepMs) return 'delete'
  if (sound !== 'keep' && meeting.sound === 'recorded') {
    return overForMs >= quietMs ? 'compress' : { inMs: quietMs - overForMs }
  }
  return sound === 'delete' ? { inMs: keepMs - overForMs } : null
}

export function createCompressor(options: CompressorOptions): Compressor {
  const { library, audioAccess, settings, broadcast } = options
  const now = options.now ?? library.retentionNow
  let life = new AbortController()
  let running = false
  let isTriggered = false
  let stopped = false
  let isSwept = false
  let problem: ErrorValue | null = null
  let timer: NodeJS.Timeout | null = null
  let waitMs = longestWaitMs
  /** Meetings that could not be compressed; they are tried again after the next start. */
  const failed = new Set<string>()

  /** Deletes files that an earlier run left behind. */
  async function sweep(): Promise<void> {
    if (isSwept) return
    const meetings = library.meetings.withSound(['packed', 'deleted'])
    if (!meetings.ok) return
    isSwept = true
    for (const { id, sound } of meetings.value) {
      if (sound === 'packed') await audioAccess.tidy(id)
      else if (sound === 'deleted') await removeFiles(id)
    }
  }

  async function run(): Promise<void> {
    await sweep()
    for (let task = nextTask(); task !== null; task = nextTask()) {
      const { id, step } = task
      const meeting = library.meetings.get(id)
      if (!meeting.ok) return
      const done = step === 'compress' ? await compress(meeting.value) : await remove(meeting.value)
      if (done.ok) {
        log.info('audio', { id, step })
        const changed = library.meetings.get(id)
        if (changed.ok) broadcast('meetings:changed', changed.value)
      } else if (done.error.code !== 'cancelled') {
        failed.add(id)
        problem = done.error
        log.warn('audio not changed', { id, detail: done.error.detail ?? '' })
      }
    }
  }

  function nextTask(): { id: string; step: 'compress' | 'delete' } | null {
    waitMs = longestWaitMs
    if (stopped || options.isRecording()) return null
    const { sound } = settings()
    if (sound === 'keep') return null
    const meetings = library.meetings.withSound(
      sound === 'delete' ? ['recorded', 'packed'] : ['recorded'],
    )
    const open = library.gaps.unfilled()
    const received = library.received.times()
    if (!meetings.ok || !open.ok || !received.ok) return null
    const at = now()
    const waiting = new Set(open.value.map(({ meetingId }) => meetingId))
    for (const meeting of meetings.value) {
      const receivedAt = received.value.get(meeting.id)
      if (receivedAt === undefined || failed.has(meeting.id)) continue
      if (audioAccess.isHeld(meeting.id)) continue
      const step = stepFor(meeting, {
        receivedAt,
        hasOpenGaps: waiting.has(meeting.id),
        settings: settings(),
        now: at,
      })
      if (step === 'compress' || step === 'delete') return { id: meeting.id, step }
      if (step !== null) waitMs = Math.min(waitMs, step.inMs)
    }
    return null
  }

  async function compress({ id, audio }: Meeting): Promise<Result<undefined>> {
    const { signal } = life
    // The waveform is computed from the uncompressed audio.
    const waveform = await library.waveform(id)
    if (!waveform.ok) return waveform
    const sources = audio.filter(({ samples }) => samples > 0).map(({ source }) => source)
    const files = sources.map((source) => ({
      from: [library.audioPath(id, source)],
      to: library.compressedPath(id, source),
    }))
    if (sources.length > 1) {
      files.push({ from: files.flatMap(({ from }) => from), to: library.compressedPath(id, 'mix') })
    }
    for (const { from, to } of files) {
      const source = await openMix(from)
      if (source === null) return fail('sound-not-packed', 'no audio')
      try {
        const compressed = await compressFile({
          audio: source,
          path: to,
          openPage: options.openPage,
          signal,
        })
        if (!compressed.ok) return compressed
      } finally {
        await source.close()
      }
    }
    // A re-transcription may need the WAV files by now; `tidy` leaves them in place then.
    const changed = library.meetings.setSound(id, 'packed')
    if (changed.ok) await audioAccess.tidy(id)
    return changed
  }

  async function remove({ id }: Meeting): Promise<Result<undefined>> {
    // The state comes first: if the app is killed now, the next start deletes the files.
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
      isTriggered = true
      return
    }
    running = true
    isTriggered = false
    if (timer) clearTimeout(timer)
    run()
      .catch((cause: unknown) => {
        problem = errorValue('sound-not-packed', String(cause))
        log.error('compressing failed', { cause })
      })
      .finally(() => {
        running = false
        if (isTriggered) start()
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
