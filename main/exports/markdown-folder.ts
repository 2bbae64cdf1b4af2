import { createHash } from 'node:crypto'
import { access, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { MarkdownState } from '../../common/model'
import type { Library, MarkdownFile } from '../library'
import { createLog, replaceFile } from '../platform'
import type { RedactedReader } from '../redaction'
import type { Exporter } from './exporter'
import { fileNameFor } from './file-name'

const log = createLog('markdown-folder')

export interface MarkdownFolderOptions {
  readonly library: Pick<Library, 'markdownFiles' | 'readOnly'>
  readonly reader: Pick<RedactedReader, 'meeting'>
  readonly exporter: Pick<Exporter, 'markdown'>
  /** The folder in the settings. */
  readonly folder: () => string | null
  readonly onState: (state: MarkdownState) => void
  /** How long to collect changes, and how long to wait after an error, in ms. */
  readonly settleMs?: number
  readonly retryMs?: number
}

/** Writes each finished meeting as Markdown into a folder, and again when it changes. */
export interface MarkdownFolder {
  /** There may be work: after the start, or after a meeting. */
  readonly trigger: () => void
  /** A meeting changed: it is written again if it was written before. */
  readonly changed: (meetingId: string) => void
  /** The folder in the settings changed. */
  readonly folderChanged: () => void
  readonly state: () => MarkdownState
  readonly stop: () => void
}

/** The library stores which meetings must be written, so a quit loses nothing. */
export function createMarkdownFolder(options: MarkdownFolderOptions): MarkdownFolder {
  const { library, folder, onState, settleMs = 1_000, retryMs = 60_000 } = options
  let state: MarkdownState = { error: null, waiting: 0 }
  let timer: NodeJS.Timeout | null = null
  let running = false
  let isTriggered = false
  let stopped = false
  /** Meetings that changed since they were last read; a change during the write is not in the file. */
  const changing = new Set<string>()

  function setState(error: ErrorValue | null, waiting: number): void {
    if (state.error?.code === error?.code && state.waiting === waiting) return
    if (error !== null)
      log.warn('markdown not written', { code: error.code, detail: error.detail ?? '' })
    state = { error, waiting }
    onState(state)
  }

  async function writeAll(): Promise<void> {
    const target = folder()
    const due = library.markdownFiles.due()
    if (!due.ok || target === null || library.readOnly !== null) {
      setState(due.ok || target === null ? null : due.error, 0)
      return
    }
    for (const [index, file] of due.value.entries()) {
      if (stopped || folder() !== target) return
      changing.delete(file.meetingId)
      const written = await writeOne(target, file, options)
      // The person chose another folder in the meantime.
      if (folder() !== target) return
      const stored = written.ok && written.value !== null ? store(file, written.value) : written
      if (!stored.ok) {
        setState(stored.error, due.value.length - index)
        schedule(retryMs)
        return
      }
    }
    setState(null, 0)
  }

  const store = ({ meetingId }: MarkdownFile, file: Written) =>
    library.markdownFiles.setWritten({ ...file, meetingId, due: changing.has(meetingId) })

  function run(): void {
    timer = null
    if (running) {
      isTriggered = true
      return
    }
    running = true
    writeAll()
      .catch((cause: unknown) => log.error('writing failed', { cause }))
      .finally(() => {
        running = false
        if (isTriggered) schedule(settleMs)
        isTriggered = false
      })
  }

  function schedule(ms: number): void {
    if (stopped) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(run, ms)
  }

  const trigger = () => {
    if (folder() !== null) schedule(settleMs)
  }
  return {
    trigger,
    changed: (meetingId) => {
      if (folder() === null) return
      changing.add(meetingId)
      const marked = library.markdownFiles.setDue(meetingId)
      if (!marked.ok) log.warn('change not stored', { meetingId, code: marked.error.code })
      trigger()
    },
    folderChanged: () => {
      const forgotten = library.markdownFiles.forgetAll()
      if (!forgotten.ok) log.warn('file list not cleared', { code: forgotten.error.code })
      setState(null, 0)
      schedule(0)
    },
    state: () => state,
    stop: () => {
      stopped = true
      if (timer) clearTimeout(timer)
    },
  }
}

/**
 * Writes one meeting. An unedited file is replaced, and renamed if the title changed. A file that
 * the person edited stays, and the new file gets another name. Returns null for a deleted meeting.
 */
async function writeOne(
  folder: string,
  file: MarkdownFile,
  { reader, exporter }: Pick<MarkdownFolderOptions, 'reader' | 'exporter'>,
): Promise<Result<Written | null>> {
  const read = await reader.meeting(file.meetingId)
  if (!read.ok) return read.error.code === 'meeting-not-found' ? ok(null) : read
  const markdown = await exporter.markdown(read.value)
  if (!markdown.ok) return markdown
  const text = markdown.value
  const digest = digestOf(text)
  const wanted = fileNameFor(read.value.text.meeting, 'md')
  try {
    if (!(await isFolder(folder))) return fail('markdown-folder-missing', folder)
    const isOwn = file.name !== null && (await isUntouched(join(folder, file.name), file.digest))
    const keepsName = isOwn && file.name !== null && isVariant(file.name, wanted)
    const name = keepsName && file.name !== null ? file.name : await freeName(folder, wanted)
    if (!keepsName || digest !== file.digest) {
      const bytes = Buffer.from(text)
      await replaceFile(join(folder, name), async (part) => {
        await part.writeFile(bytes)
        return bytes.length
      })
      if (isOwn && !keepsName && file.name !== null)
        await rm(join(folder, file.name), { force: true })
    }
    return ok({ name, digest })
  } catch (cause) {
    return fail('markdown-folder-failed', cause instanceof Error ? cause.message : String(cause))
  }
}

interface Written {
  readonly name: string
  readonly digest: string
}

const digestOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}

async function isUntouched(path: string, digest: string | null): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null)
  return bytes !== null && digestOf(bytes) === digest
}

/** Whether a name is the wanted one, with or without a number. */
function isVariant(name: string, wanted: string): boolean {
  return name.replace(/ \(\d+\)\.md$/, '.md') === wanted
}

/** Returns the wanted name, with the first number that makes it unique if it exists already. */
async function freeName(folder: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : wanted.replace(/\.md$/, ` (${number}).md`)
    const taken = await access(join(folder, name)).then(
      () => true,
      () => false,
    )
    if (!taken) return name
  }
}
