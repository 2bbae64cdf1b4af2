import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import {
  errorValue,
  fail,
  ok,
  type ErrorCode,
  type ErrorValue,
  type Result,
} from '../../preload/errors'
import type { Import, Meeting, Settings } from '../../preload/model'
import type { Library } from '../library/library'
import { createWavWriter, writeFailure } from '../library/wav'
import { createLog } from '../log'
import type { Broadcast } from '../recording/transcript'
import { decodeFile } from './decode-job'
import { titleOfFile } from './media-files'
import type { ImporterPort } from './page-job'

const log = createLog('import')

export interface ImportsOptions {
  readonly library: Pick<
    Library,
    'addImported' | 'audioPath' | 'readOnly' | 'bin' | 'gaps' | 'meetings'
  >
  /** Where sound is written until it is whole. */
  readonly folder: string
  readonly settings: () => Settings
  readonly openPage: () => ImporterPort
  readonly broadcast: Broadcast
  /** There are words to be written down. */
  readonly onAdded: () => void
  /** No more words of this meeting are wanted. */
  readonly onLeft: (meetingId: string) => void
  readonly newId: () => string
}

/** Files that are becoming meetings, one after the other. */
export interface Imports {
  add(paths: readonly string[]): Result<undefined>
  /** Ends one: what was read is gone; a meeting that has begun to get its words is in the bin. */
  cancel(id: string): Result<undefined>
  list(): readonly Import[]
  /** Told of all that windows are told, to know how far the words are. */
  heard: Broadcast
  stop(): void
}

interface Item extends Import {
  readonly path: string
  readonly life: AbortController
}

/** The words are written down by the filling of gaps, which outlives a quit; so does this list. */
export function createImports(options: ImportsOptions): Imports {
  const { library, broadcast, newId } = options
  let items: Item[] = written(library)
  let running = false
  let stopped = false

  const list = () =>
    items.map(({ id, name, step, share, meetingId }) => ({ id, name, step, share, meetingId }))
  const tell = () => broadcast('imports:changed', list())
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
        broadcast('meetings:changed', meeting.value)
        options.onAdded()
      } else {
        remove(next.id)
        report(next, ofImport(meeting.error))
      }
    }
    await clear()
    running = false
    if (waiting() && !stopped) void runAll()
  }
  /** Of what an earlier start began, and of what is done, nothing is wanted. */
  const clear = () => takeAway(options.folder)
  const waiting = () => items.find(({ step }) => step === 'waiting')

  function report({ name }: Item, error: ErrorValue): void {
    if (error.code === 'cancelled') return
    log.warn('not imported whole', { code: error.code, detail: error.detail ?? '' })
    broadcast('imports:failed', { ...error, detail: [name, error.detail ?? []].flat().join(': ') })
  }

  /** The sound of a file as that of a new meeting. At a failure nothing is left of it. */
  async function read(item: Item): Promise<Result<Meeting>> {
    const id = newId()
    const part = join(options.folder, `${id}.wav`)
    try {
      const file = await open(item.path, 'r')
      try {
        const { size, mtimeMs } = await file.stat()
        const wav = createWavWriter(part)
        const decoded = await decodeFile({
          file,
          size,
          take: (pcm) => {
            wav.write(wav.taken, pcm)
            return wav.flush()
          },
          port: options.openPage(),
          signal: item.life.signal,
          onShare: (share) => change(item.id, { share }),
        })
        const closed = await wav.close()
        if (!decoded.ok) return decoded
        if (!closed.ok) return closed
        if (decoded.value.silent) return fail('import-silent')
        const meeting = await store(id, item.path, mtimeMs, part, decoded.value.samples)
        if (meeting.ok && decoded.value.cut) report(item, errorValue('import-cut'))
        return meeting
      } finally {
        await file.close()
      }
    } catch (cause) {
      return fail('import-unreadable', cause instanceof Error ? cause.message : String(cause))
    } finally {
      await takeAway(part)
    }
  }

  async function store(
    id: string,
    path: string,
    mtimeMs: number,
    part: string,
    samples: number,
  ): Promise<Result<Meeting>> {
    const settings = options.settings()
    const target = library.audioPath(id, 'file')
    try {
      await mkdir(dirname(target), { recursive: true })
      await rename(part, target)
    } catch (cause) {
      await takeAway(dirname(target))
      return writeFailure(cause)
    }
    const added = library.addImported(
      {
        id,
        title: titleOfFile(path),
        startedAt: Math.round(mtimeMs),
        engine: settings.engine,
        model: settings.engine === 'service' ? settings.serviceModel : settings.onDeviceModel,
      },
      samples,
    )
    if (!added.ok) await takeAway(dirname(target))
    return added
  }

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
      options.onLeft(item.meetingId)
      const meeting = library.meetings.get(item.meetingId)
      if (meeting.ok) broadcast('meetings:changed', meeting.value)
      return binned.ok ? ok(undefined) : binned
    },
    heard: (name, payload) => {
      if (name !== 'transcript:turn' && name !== 'transcript:gap') return
      const { meetingId, ...said } = payload as Heard
      const item = items.find((each) => each.meetingId === meetingId)
      if (!item) return
      if (said.gap?.reason === 'import' && said.gap.filled) {
        remove(item.id)
        return
      }
      const meeting = library.meetings.get(meetingId)
      if (!said.turn || !meeting.ok || meeting.value.durationMs === 0) return
      change(item.id, { share: Math.min(1, said.turn.endMs / meeting.value.durationMs) })
    },
    stop: () => {
      stopped = true
      for (const { life } of items) life.abort()
    },
  }
}

/** What cannot be taken away is left to the next start. */
async function takeAway(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch (cause) {
    log.warn('not taken away', { path, cause })
  }
}

/** What the disk refuses, said of a recording, as it is of a file. */
const notWritten: Partial<Record<ErrorCode, ErrorCode>> = {
  'disk-full': 'import-disk-full',
  'audio-write-failed': 'import-not-written',
  'library-write-failed': 'import-not-written',
}

function ofImport({ code, detail }: ErrorValue): ErrorValue {
  return errorValue(notWritten[code] ?? code, detail)
}

interface Heard {
  readonly meetingId: string
  readonly turn?: { readonly endMs: number }
  readonly gap?: { readonly reason: string; readonly filled: boolean }
}

/** Those of an earlier start whose words are not all there. */
function written(library: ImportsOptions['library']): Item[] {
  const gaps = library.gaps.unfilled()
  const open = gaps.ok ? gaps.value.filter(({ gap }) => gap.reason === 'import') : []
  return open.flatMap(({ meetingId }) => {
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok) return []
    const { title } = meeting.value
    const life = new AbortController()
    return [{ id: meetingId, name: title, step: 'writing', share: 0, meetingId, path: '', life }]
  })
}
