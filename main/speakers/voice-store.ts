import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../common/errors'
import type { KeptVoice } from '../../common/model'
import { keptVoiceSchema } from '../../common/schemas'
import { createLog } from '../platform'
import { wipeFile, writeOnce } from './wipe-file'

/** A kept voice with the numbers that describe it, of length 1, and the model that made them. */
export interface StoredVoice extends KeptVoice {
  readonly model: string
  readonly vector: readonly number[]
}

/**
 * The voices that a person kept: one small file each, beside the library and not in it. So no copy of
 * the database and no write-ahead log ever holds one, and a deleted voice is gone with its file.
 */
export interface VoiceStore {
  /** In the order of their names. */
  list(): readonly StoredVoice[]
  /** Keeps a voice in place of others of the same name. Errors: voice-not-kept. */
  keep(voice: StoredVoice): Result<undefined>
  /** Overwrites and deletes it. Errors: voice-not-deleted. */
  remove(id: string): Result<undefined>
}

const log = createLog('voices')

const fileSchema = keptVoiceSchema.extend({
  model: z.string().min(1).max(200),
  /** Little-endian 32-bit floats in base64. */
  vector: z.base64().min(1).max(40_000),
})

/** Opens the folder. What was cut off while it was written is wiped: it is no voice. */
export function openVoiceStore(folder: string): VoiceStore {
  const pathOf = (id: string) => join(folder, `${id}.json`)
  let voices = readAll(folder)

  function remove(id: string): Result<undefined> {
    if (!voices.some((voice) => voice.id === id)) return ok(undefined)
    try {
      wipeFile(pathOf(id))
    } catch (cause) {
      return fail('voice-not-deleted', String(cause))
    }
    voices = voices.filter((voice) => voice.id !== id)
    return ok(undefined)
  }

  return {
    list: () => voices,
    remove,
    keep(voice) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        writeOnce(pathOf(voice.id), textOf(voice))
      } catch (cause) {
        return fail('voice-not-kept', String(cause))
      }
      const older = voices.filter(({ name }) => name === voice.name)
      voices = sorted([...voices, voice])
      for (const { id } of older) {
        const removed = remove(id)
        if (!removed.ok) return removed
      }
      return ok(undefined)
    },
  }
}

function readAll(folder: string): readonly StoredVoice[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return [] // Nobody has kept a voice yet.
  }
  return sorted(names.flatMap((name) => readOne(join(folder, name)) ?? []))
}

function readOne(path: string): StoredVoice | null {
  try {
    const read = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (read.success && path.endsWith(`${read.data.id}.json`)) {
      return { ...read.data, vector: numbersOf(read.data.vector) }
    }
  } catch (cause) {
    log.warn('a kept voice cannot be read', { cause: String(cause) })
  }
  try {
    wipeFile(path)
  } catch (cause) {
    log.warn('a damaged voice was not deleted', { cause: String(cause) })
  }
  return null
}

const sorted = (voices: readonly StoredVoice[]) =>
  [...voices].sort((a, b) => a.name.localeCompare(b.name))

function textOf({ vector, ...voice }: StoredVoice): string {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4)
  return JSON.stringify({ ...voice, vector: bytes.toString('base64') })
}

function numbersOf(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64')
  return Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readFloatLE(index * 4))
}
