import { copyFileSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../common/errors'
import { defaultSettings, type Settings, type SettingsPatch } from '../../common/model'
import { keyCheckSchema, settingsSchema, zoneSchema } from '../../common/schemas'
import { createLog, lastCopyOf, writeWholeFile } from '../platform'

const log = createLog('settings')

/**
 * What the file knows of a key: for main only.
 * SECURITY: no part of the key itself but its last four characters.
 */
export const keyRecordSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  zone: zoneSchema,
  ending: z.string().max(4),
  check: keyCheckSchema.nullable(),
})
export type KeyRecord = z.infer<typeof keyRecordSchema>

export interface KeyRecords {
  readonly keys: readonly KeyRecord[]
  readonly inUse: string | null
}

/** What a page may change, and what only main may. */
export type SettingsChange = SettingsPatch &
  Partial<
    Pick<
      Settings,
      | 'markdownFolder'
      | 'modelAnswers'
      | 'chatHosts'
      | 'agreedMirrors'
      | 'calendarFile'
      | 'calendarAddress'
    >
  >

export interface SettingsStore {
  get(): Settings
  /** Changes and saves; at a failure nothing is changed. */
  patch(patch: SettingsChange): Result<Settings>
  keys(): KeyRecords
  /** Saves the list of keys, and in the same step a change of the settings, if there is one. */
  setKeys(records: KeyRecords, patch?: SettingsPatch): Result<undefined>
  /** Calls back after each change of the settings; returns the function that stops it. */
  onChange(listener: (settings: Settings) => void): () => void
}

interface State {
  readonly settings: Settings
  readonly records: KeyRecords
}

const fileVersion = 1
const fileShape = z.object({
  version: z.literal(fileVersion),
  settings: z.record(z.string(), z.unknown()),
  keys: z.array(z.unknown()),
  keyInUse: z.string().nullable(),
})
const defaults: State = { settings: defaultSettings, records: { keys: [], inUse: null } }

/**
 * Reads the text of a settings file. A field that is missing has its default; one that cannot be
 * used has its default too, and `damaged` is true. `isWhole` is false if the text as a whole is none.
 */
export function parseSettingsFile(
  text: string,
): State & { readonly damaged: boolean; readonly isWhole: boolean } {
  const file = fileShape.safeParse(parseJson(text))
  if (!file.success) return { ...defaults, damaged: true, isWhole: false }
  let damaged = false

  const fields = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    if (!(name in file.data.settings)) return []
    const field = schema.safeParse(file.data.settings[name])
    if (!field.success) damaged = true
    return field.success ? [[name, field.data] as const] : []
  })
  const settings = settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(fields) })

  const keys = file.data.keys.flatMap((entry) => {
    const record = keyRecordSchema.safeParse(entry)
    if (!record.success) damaged = true
    return record.success ? [record.data] : []
  })
  const inUse = keys.some(({ id }) => id === file.data.keyInUse) ? file.data.keyInUse : null
  return { settings, records: { keys, inUse }, damaged, isWhole: true }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The error quotes the text, which may hold names of people; undefined says enough.
    return undefined
  }
}

function load(path: string): State {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return defaults
    log.error('not read', { cause })
    keepDamaged(() => renameSync(path, `${path}.damaged`))
    return loadLast(path) ?? defaults
  }
  const { damaged, isWhole, settings, records } = parseSettingsFile(text)
  const state: State = { settings, records }
  if (damaged) keepDamaged(() => copyFileSync(path, `${path}.damaged`))
  return isWhole ? state : (loadLast(path) ?? state)
}

/** The settings before the last change, if their copy is good. */
function loadLast(path: string): State | null {
  try {
    const { isWhole, settings, records } = parseSettingsFile(readFileSync(lastCopyOf(path), 'utf8'))
    if (isWhole) log.warn('the settings before the last change are used')
    return isWhole ? { settings, records } : null
  } catch {
    return null
  }
}

function keepDamaged(keep: () => void): void {
  try {
    keep()
    log.warn('damaged file kept beside the new one')
  } catch (cause) {
    log.error('damaged file not kept', { cause })
  }
}

function save(path: string, { settings, records }: State): Result<undefined> {
  const file = { version: fileVersion, settings, keys: records.keys, keyInUse: records.inUse }
  try {
    writeWholeFile(path, `${JSON.stringify(file, null, 2)}\n`, { keepLast: true })
    return ok(undefined)
  } catch (cause) {
    log.error('not saved', { cause })
    return fail('settings-not-saved', (cause as NodeJS.ErrnoException).code)
  }
}

/** The settings in `settings.json` of this folder, read once and held in memory. */
export function createSettings({ folder }: { readonly folder: string }): SettingsStore {
  const path = join(folder, 'settings.json')
  let state = load(path)
  const listeners = new Set<(settings: Settings) => void>()

  function change(next: State): Result<undefined> {
    const saved = save(path, next)
    if (!saved.ok) return saved
    const before = state.settings
    state = next
    if (JSON.stringify(before) !== JSON.stringify(next.settings)) {
      for (const listener of listeners) listener(next.settings)
    }
    return saved
  }

  /** The settings with this change; fields that are undefined stay as they are. */
  function merged(patch: SettingsChange): Result<Settings> {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined)
    const parsed = settingsSchema.safeParse({ ...state.settings, ...Object.fromEntries(given) })
    if (parsed.success) return ok(parsed.data)
    const issue = parsed.error.issues[0]
    return fail('bad-input', issue && `${issue.path.join('.')}: ${issue.message}`)
  }

  return {
    get: () => state.settings,
    keys: () => state.records,

    patch(patch) {
      const settings = merged(patch)
      if (!settings.ok) return settings
      const saved = change({ ...state, settings: settings.value })
      return saved.ok ? ok(state.settings) : saved
    },

    setKeys(records, patch = {}) {
      const settings = merged(patch)
      if (!settings.ok) return settings
      // SECURITY: parsed again on the way out, so that no field but the known ones reaches the disk.
      const keys = records.keys.map((record) => keyRecordSchema.parse(record))
      return change({ settings: settings.value, records: { keys, inUse: records.inUse } })
    },

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The language in the settings of this folder, before anything else of them is read. */
export function storedLanguage(folder: string): Settings['language'] {
  try {
    const text = readFileSync(join(folder, 'settings.json'), 'utf8')
    return parseSettingsFile(text).settings.language
  } catch {
    // What is wrong with the file is reported when all settings are read.
    return defaultSettings.language
  }
}
