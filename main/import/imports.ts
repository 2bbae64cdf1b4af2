import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import {
  errorValue,
  fail,
  ok,
  type ErrorCode,
  type ErrorValue,
  type Result,
} from '../../common/errors'
import {
  fileSources,
  type AudioInfo,
  type Import,
  type Meeting,
  type Settings,
} from '../../common/model'
import type { Library } from '../library'
import { type ImporterPort, writeFailure } from '../audio-files'
import { createLog } from '../platform'
import type { Events } from '../boundary'
import type { OpenedFile } from './file-check'
import { titleOfFile } from './media-files'
import { readTracks, type ReadTracks } from './read-tracks'
import { recordedAt } from './recorded-at'

const log = createLog('import')

export interface ImportsOptions {
  readonly library: Pick<
    Library,
    'addImported' | 'audioPath' | 'readOnly' | 'bin' | 'gaps' | 'meetings'
  >
  /** The folder in which audio is written until it is complete. */
  readonly folder: string
  readonly settings: () => Settings
  readonly openFile: (path: string) => Promise<Result<OpenedFile>>
  readonly openPage: () => ImporterPort
  readonly events: Events
  readonly newId: () => string
}

/** Imports files one after another. */
export interface Imports {
  add(paths: readonly string[]): Result<undefined>
  /**
   * Cancels one: its audio is deleted, and a meeting that is already being transcribed goes to the
   * bin.
   */
  cancel(id: string): Result<undefined>
  list(): readonly Import[]
  stop(): void
}

interface Item extends Import {
  readonly path: string
  readonly life: AbortController
}

/** Gap filling transcribes the imported audio and continues after a quit, and so does this list. */
export function createImports(options: ImportsOptions): Imports {
  const { library, events, newId } = options
  let items: Item[] = written(library)
  let running = false
  let stopped = false

  const list = () =>
    items.map(({ id, name, step, share, meetingId }) => ({ id, name, step, share, meetingId }))
  const tell = () => events.emit('imports:changed', list())
  function change(id: string, part: Partial<Import>): void {
    items = items.map((item) => (item.id === id ? { ...item, ...part } : item))
    tell()
  }
  function remove(id: string): void {
    items = items.filter((item) => item.id !== id)
    tell()
  }

  async function runAll(): Promise<void> {
    if (running) return
    running = true
    await clear()
    for (let next = waiting(); next && !stopped; next = waiting()) {
      change(next.id, { step: 'reading' })
      const meeting = await read(next)
      if (meeting.ok) {
        change(next.id, { step: 'writing', share: 0, meetingId: meeting.value.id })
        events.emit('meetings:changed', meeting.value)
        events.emit('gaps:found', undefined)
      } else {
        remove(next.id)
        report(next, ofImport(meeting.error))
      }
    }
    await clear()
    running = false
    if (waiting() && !stopped) void runAll()
  }
  /** Deletes what earlier starts and finished imports left behind. */
  const clear = () => takeAway(options.folder)
  const waiting = () => items.find(({ step }) => step === 'waiting')

  function report({ name }: Item, error: ErrorValue): void {
    if (error.code === 'cancelled') return
    log.warn('not imported whole', { code: error.code, detail: error.detail ?? '' })
    events.emit('imports:failed', {
      ...error,
      detail: [name, error.detail ?? ''].filter((part) => part !== '').join(': '),
    })
  }

  /** Reads the audio of a file into a new meeting. A failure leaves nothing behind. */
  async function read(item: Item): Promise<Result<Meeting>> {
    const id = newId()
    const folder = join(options.folder, id)
    const opened = await unlessAborted(options.openFile(item.path), item.life.signal)
    if (!opened.ok) return opened
    try {
      const sound = await readTracks({
        file: opened.value,
        name: item.name,
        folder,
        openPage: options.openPage,
        signal: item.life.signal,
        onShare: (share) => change(item.id, { share }),
      })
      if (!sound.ok) return sound
      const meeting = await store(item.path, { id, ...opened.value, ...sound.value })
      if (meeting.ok) reportMissing(item, sound.value)
      return meeting
    } catch (cause) {
      return fail('import-unreadable', cause instanceof Error ? cause.message : String(cause))
    } finally {
      // Not awaited, because the disk may not answer.
      opened.value.handle.close().catch((cause: unknown) => log.warn('not closed', { cause }))
      await takeAway(folder)
    }
  }

  function reportMissing(item: Item, { cut, unreadable }: ReadTracks): void {
    if (cut) report(item, errorValue('import-cut'))
    if (unreadable.length > 0) report(item, errorValue('import-track', unreadable.join(', ')))
  }

  async function store(
    path: string,
    file: { readonly id: string } & OpenedFile & ReadTracks,
  ): Promise<Result<Meeting>> {
    const { id, writtenAt, tracks, tags } = file
    const settings = options.settings()
    const audio: AudioInfo[] = []
    const folder = dirname(library.audioPath(id, 'file'))
    try {
      await mkdir(folder, { recursive: true })
      for (const [index, source] of fileSources.slice(0, tracks.length).entries()) {
        const track = tracks[index]
        if (!track) continue
        await rename(track.path, library.audioPath(id, source))
        audio.push({ source, samples: track.samples })
      }
    } catch (cause) {
      await takeAway(folder)
      return writeFailure(cause)
    }
    const added = library.addImported(
      {
        id,
        title: titleOfFile(path),
        startedAt: recordedAt({ tags, path, writtenAt }),
        engine: settings.engine,
        model: settings.engine === 'service' ? settings.serviceModel : settings.onDeviceModel,
      },
      audio,
    )
    if (!added.ok) await takeAway(folder)
    return added
  }

  events.on('transcript:gap', ({ meetingId, gap }) => {
    const item = items.find((each) => each.meetingId === meetingId)
    if (!item || gap.reason !== 'import' || !gap.filled) return
    const rest = library.gaps.list(meetingId)
    if (!rest.ok || rest.value.every((each) => each.reason !== 'import' || each.filled))
      remove(item.id)
  })
  events.on('transcript:turn', ({ meetingId, turn }) => {
    const item = items.find((each) => each.meetingId === meetingId)
    const meeting = item ? library.meetings.get(meetingId) : null
    if (!item || !meeting?.ok || meeting.value.durationMs === 0) return
    change(item.id, { share: Math.min(1, turn.endMs / meeting.value.durationMs) })
  })

  return {
    list,
    add: (paths) => {
      if (library.readOnly !== null) return fail('library-read-only')
      const added = paths.map((path): Item => ({
        id: newId(),
        name: basename(path),
        step: 'waiting',
        share: 0,
        meetingId: null,
        path,
        life: new AbortController(),
      }))
      items = [...items, ...added]
      tell()
      void runAll()
      return ok(undefined)
    },
    cancel: (id) => {
      const item = items.find((each) => each.id === id)
      if (!item) return ok(undefined)
      item.life.abort()
      remove(id)
      if (item.meetingId === null) return ok(undefined)
      const binned = library.bin.put(item.meetingId)
      events.emit('meetings:abandoned', { id: item.meetingId })
      const meeting = library.meetings.get(item.meetingId)
      if (meeting.ok) events.emit('meetings:changed', meeting.value)
      return binned.ok ? ok(undefined) : binned
    },
    stop: () => {
      stopped = true
      for (const { life } of items) life.abort()
    },
  }
}

/** A disk that does not answer must not block the next import. */
function unlessAborted(
  opening: Promise<Result<OpenedFile>>,
  signal: AbortSignal,
): Promise<Result<OpenedFile>> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true })
    opening.then((opened) => {
      resolve(opened)
      if (signal.aborted && opened.ok) void opened.value.handle.close()
    }, reject)
  })
}

/** What cannot be deleted is left to the next start. */
async function takeAway(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch (cause) {
    log.warn('not taken away', { path, cause })
  }
}

/** Turns a write error of a recording into that of an import. */
const notWritten: Partial<Record<ErrorCode, ErrorCode>> = {
  'disk-full': 'import-disk-full',
  'audio-write-failed': 'import-not-written',
  'library-write-failed': 'import-not-written',
}

function ofImport({ code, detail }: ErrorValue): ErrorValue {
  return errorValue(notWritten[code] ?? code, detail)
}

/** The imports of an earlier start that are not completely transcribed. */
function written(library: ImportsOptions['library']): Item[] {
  const gaps = library.gaps.unfilled()
  const open = gaps.ok ? gaps.value.filter(({ gap }) => gap.reason === 'import') : []
  return [...new Set(open.map(({ meetingId }) => meetingId))].flatMap((meetingId) => {
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok) return []
    const { title } = meeting.value
    const life = new AbortController()
    return [{ id: meetingId, name: title, step: 'writing', share: 0, meetingId, path: '', life }]
  })
}
