import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { wallNow } from '../../common/clock'

export interface Log {
  info(message: string, data?: Readonly<Record<string, unknown>>): void
  warn(message: string, data?: Readonly<Record<string, unknown>>): void
  error(message: string, data?: Readonly<Record<string, unknown>>): void
}

const maxBytes = 5_000_000
const secrets = new Set<string>()
/** Fields that may hold speech or secrets, whatever their value. */
const hiddenFields = /^(key|token|text|transcript|words?|authorization|secret)$/i
const tokenShape = /AQI[\w.\-+/=]{20,}/g
const tokenQuery = /([?&]token=)[^&\s"]+/g

let file: string | null = null
let written = 0

/** From now on this text is replaced wherever it would be logged. */
export function hideFromLogs(secret: string): void {
  if (secret.length < 8) return
  secrets.add(secret)
  // As it appears in the JSON of a line.
  secrets.add(JSON.stringify(secret).slice(1, -1))
}

/**
 * The one place where log lines lose keys, tokens and speech.
 * SECURITY: every line passes here; a caller cannot log around it.
 */
export function redact(line: string): string {
  let clean = line.replace(tokenShape, '[token]').replace(tokenQuery, '$1[token]')
  for (const secret of secrets) clean = clean.replaceAll(secret, '[key]')
  return clean
}

export interface LogLine {
  readonly level: string
  readonly area: string
  readonly message: string
  readonly data: Readonly<Record<string, unknown>> | undefined
  readonly at: Date
}

/** One log line: time, level, area, message, data as JSON with hidden fields left out. */
export function formatLine({ level, area, message, data, at }: LogLine): string {
  const json =
    data === undefined
      ? ''
      : ` ${JSON.stringify(data, (name, value: unknown) => {
          if (hiddenFields.test(name)) return '[hidden]'
          return value instanceof Error ? `${value.name}: ${value.message}` : value
        })}`
  return redact(`${at.toISOString()} ${level} ${area}: ${message}${json}`)
}

/** Lines go to `parley.log` in this folder; the one before is kept as `parley.old.log`. */
export function setupLog(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  file = join(folder, 'parley.log')
  written = statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Appends to the file, or to a new one if it is full, so that a flood of lines fills no disk. */
function keep(path: string, line: string): void {
  if (written > maxBytes) {
    renameSync(path, join(dirname(path), 'parley.old.log'))
    written = 0
  }
  appendFileSync(path, line)
  written += Buffer.byteLength(line)
}

let isOutputWatched = false
let isOutputClosed = false

/**
 * Ignores from now on that stdout or stderr is closed, as it is after the terminal that started the
 * app was closed. Nothing can report that there, and an attempt would be the next such error.
 */
export function ignoreClosedOutput(): void {
  if (isOutputWatched) return
  isOutputWatched = true
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {
      isOutputClosed = true
    })
  }
}

function writeToStderr(line: string): void {
  ignoreClosedOutput()
  if (!isOutputClosed) process.stderr.write(line)
}

/** A log for one area of main. Before setupLog, lines go to stderr only. */
export function createLog(area: string): Log {
  const write = (level: string) => (message: string, data?: Readonly<Record<string, unknown>>) => {
    const line = `${formatLine({ level, area, message, data, at: new Date(wallNow()) })}
`
    if (level !== 'info' || file === null) writeToStderr(line)
    if (file === null) return
    try {
      keep(file, line)
    } catch (cause) {
      // A full disk must not turn a log line into a failure of what is being logged.
      writeToStderr(`log not written: ${String(cause)}\n`)
    }
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
