import { createHash } from 'node:crypto'
import { access, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type ErrorValue, type Result } from '../../preload/errors'
import type { MarkdownState } from '../../preload/model'
import { besideOf } from '../library/beside'
import type { Library } from '../library/library'
import type { MarkdownFile } from '../library/markdown-files'
import { createLog } from '../log'
import { fileNameFor } from './file-name'
import { toMarkdown } from './markdown'

const log = createLog('markdown-folder')

export interface MarkdownFolderOptions {
  readonly library: Pick<Library, 'text' | 'notes' | 'markdownFiles' | 'readOnly'>
  /** The folder as the settings have it now. */
  readonly folder: () => string | null
  readonly onState: (state: MarkdownState) => void
  /** Many changes come together; and a folder that is gone is looked for again. In ms. */
  readonly settleMs?: number
  readonly retryMs?: number
}

/** Writes each finished meeting as Markdown into the person's folder, and again when it changes. */
export interface MarkdownFolder {
  /** Something may be to be written: the start, a finished meeting. */
  readonly trigger: () => void
  /** This meeting changed; it is written again if it has been before. */
  readonly changed: (meetingId: string) => void
  /** The folder is another one, or none. */
  readonly folderChanged: () => void
  readonly state: () => MarkdownState
  readonly stop: () => void
}

/** What is still to be written stands in the library, so that nothing is forgotten by a quit. */
export function createMarkdownFolder(options: MarkdownFolderOptions): MarkdownFolder {
  const { library, folder, onState, settleMs = 1_000, retryMs = 60_000 } = options
  let state: MarkdownState = { error: null, waiting: 0 }
  let timer: NodeJS.Timeout | null = null
  let running = false
  let again = false
  let stopped = false
  /** What changed since it was last read: a change while it is being written is not in the file. */
  const changing = new Set<string>()

  function setState(error: ErrorValue | null, waiting: number): void {
    if (state.error?.code === error?.code && state.waiting === waiting) return
    if (error !== null) log.warn('not written', { code: error.code, detail: error.detail ?? '' })
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
      const written = await writeOne(target, file, library)
      // Another folder was chosen meanwhile, where nothing has been written yet.
      if (folder() !== target) return
      const kept = written.ok && written.value !== null ? noted(file, written.value) : written
      if (!kept.ok) {
        setState(kept.error, due.value.length - index)
        schedule(retryMs)
        return
      }
    }
    setState(null, 0)
  }

  const noted = ({ meetingId }: MarkdownFile, { name, digest }: Written) =>
    library.markdownFiles.setWritten(meetingId, name, digest, changing.has(meetingId))

  function run(): void {
    timer = null
    if (running) {
      again = true
      return
    }
    running = true
    writeAll()
      .catch((cause: unknown) => log.error('writing failed', { cause }))
      .finally(() => {
        running = false
        if (again) schedule(settleMs)
        again = false
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
      if (!marked.ok) log.warn('change not noted', { meetingId, code: marked.error.code })
      trigger()
    },
    folderChanged: () => {
      const forgotten = library.markdownFiles.forgetAll()
      if (!forgotten.ok) log.warn('folder not forgotten', { code: forgotten.error.code })
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
 * Writes one meeting. A file of ours that nobody has changed is replaced, under a new name where
 * the title has changed; one that the person has edited stays, and the new one stands beside it.
 */
async function writeOne(
  folder: string,
  file: MarkdownFile,
  library: MarkdownFolderOptions['library'],
): Promise<Result<Written | null>> {
  const transcript = library.text(file.meetingId)
  // Deleted meanwhile.
  if (!transcript.ok) return ok(null)
  const beside = besideOf(library, file.meetingId)
  if (!beside.ok) return beside
  const text = toMarkdown(transcript.value, {
    times: true,
    speakers: true,
    beside: beside.value,
  })
  const digest = digestOf(text)
  const wanted = fileNameFor(transcript.value.meeting, 'md')
  let part: string | null = null
  try {
    if (!(await isFolder(folder))) return fail('markdown-folder-missing', folder)
    const own = file.name !== null && (await isUntouched(join(folder, file.name), file.digest))
    const keeps = own && file.name !== null && isVariant(file.name, wanted)
    const name = keeps && file.name !== null ? file.name : await freeName(folder, wanted)
    if (!keeps || digest !== file.digest) {
      part = join(folder, `${name}.part`)
      await writeFile(part, text)
      await rename(part, join(folder, name))
      if (own && !keeps && file.name !== null) await rm(join(folder, file.name), { force: true })
    }
    return ok({ name, digest })
  } catch (cause) {
    if (part !== null) await rm(part, { force: true }).catch(() => undefined)
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

/** Whether a name is the wanted one, or the wanted one with a number after it. */
function isVariant(name: string, wanted: string): boolean {
  return name.replace(/ \(\d+\)\.md$/, '.md') === wanted
}

/** The wanted name, or with the first number that makes it one that is not taken. */
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
