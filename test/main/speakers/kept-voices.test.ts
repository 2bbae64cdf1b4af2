import { linkSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unit } from '../../../common/people'
import { knownVoices } from '../../../main/speakers/known-voices'
import { openSuggestions, suggestionsFor } from '../../../main/speakers/suggestions'
import { openVoiceStore, type StoredVoice } from '../../../main/speakers/voice-store'
import { copyDatabase, copyPath } from '../../../main/library/migrate'
import { connect } from '../../../main/library/connection'
import { meetingOf, newLibrary, turnOf, unwrap } from '../library/folder'

const dataFolder = () => mkdtempSync(join(tmpdir(), 'parley-voices-'))

/** 192 numbers that no other file can have by chance. */
const vector = unit(Array.from({ length: 192 }, (_, index) => Math.sin(index * 12.9898) * 43.7))
function voice(change: Partial<StoredVoice> = {}): StoredVoice {
  const id = 'a'.repeat(32)
  return { id, name: 'Ana Kim', keptAt: 1, model: 'titanet.onnx', vector, ...change }
}

/** Every way in which the numbers could lie in a file: bytes of each width, base64, and decimals. */
function traces(numbers: readonly number[]): Buffer[] {
  const floats = Buffer.alloc(numbers.length * 4)
  const doubles = Buffer.alloc(numbers.length * 8)
  for (const [index, value] of numbers.entries()) {
    floats.writeFloatLE(value, index * 4)
    doubles.writeDoubleLE(value, index * 8)
  }
  const middle = (buffer: Buffer) => buffer.subarray(48, 48 + 24)
  return [
    middle(floats),
    middle(doubles),
    // From a multiple of three bytes on, base64 is the same wherever it begins.
    Buffer.from(floats.subarray(48, 48 + 36).toString('base64')),
    Buffer.from(String(numbers[7])),
  ]
}

/** The files below a folder that hold a trace of the numbers. */
function filesWith(folder: string, numbers: readonly number[] = vector): string[] {
  const wanted = traces(numbers)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => wanted.some((bytes) => readFileSync(path).includes(bytes)))
    .map((path) => path.slice(folder.length + 1))
}

describe('a kept voice', () => {
  test('is in one file of its own, and after its deletion in none', () => {
    const folder = dataFolder()
    const library = newLibrary(join(folder, 'library'))
    unwrap(library.meetings.create(meetingOf()))
    unwrap(library.turns.upsert('meeting-1', turnOf({ isFinal: true, speaker: 'A' })))
    const voices = join(folder, 'voices')
    const store = openVoiceStore(voices)
    unwrap(store.keep(voice()))
    const suggestions = openSuggestions(join(folder, 'known-voices.json'))
    suggestions.set('meeting-1', [{ label: 'A', voiceId: voice().id }])
    // The copy of a day, while the voice is there and the log of the database is not merged.
    const copy = connect(library.file)
    copyDatabase(copy, copyPath(library.file, 'daily', 1))
    copy.close()
    const own = join('voices', `${voice().id}.json`)
    expect(filesWith(folder)).toEqual([own])

    unwrap(store.remove(voice().id))
    suggestions.forget(voice().id)
    expect(filesWith(folder)).toEqual([])
    expect(readdirSync(voices)).toEqual([])
    expect(openVoiceStore(voices).list()).toEqual([])
    expect(suggestions.of('meeting-1')).toEqual([])
  })

  test('is overwritten before it goes: a link to its file holds only zeros', () => {
    const folder = dataFolder()
    const store = openVoiceStore(folder)
    unwrap(store.keep(voice()))
    const other = join(dataFolder(), 'link')
    linkSync(join(folder, `${voice().id}.json`), other)
    unwrap(store.remove(voice().id))
    const bytes = readFileSync(other)
    expect(bytes.length).toBeGreaterThan(0)
    expect(bytes.every((byte) => byte === 0)).toBe(true)
  })

  test('is there after a restart, with its numbers, for this person only', () => {
    const folder = dataFolder()
    unwrap(openVoiceStore(folder).keep(voice()))
    const [read] = openVoiceStore(folder).list()
    expect(read).toMatchObject({ name: 'Ana Kim', model: 'titanet.onnx', keptAt: 1 })
    for (const [index, value] of vector.entries()) expect(read?.vector[index]).toBeCloseTo(value, 6)
  })

  test('takes the place of an older one of the same name', () => {
    const folder = dataFolder()
    const store = openVoiceStore(folder)
    unwrap(store.keep(voice()))
    const newer = voice({ id: 'b'.repeat(32), vector: unit(vector.map((value) => 1 - value)) })
    unwrap(store.keep(newer))
    expect(store.list().map(({ id }) => id)).toEqual([newer.id])
    expect(filesWith(folder)).toEqual([])
  })

  test('that was cut off while it was written is wiped at the next start', () => {
    const folder = dataFolder()
    unwrap(openVoiceStore(folder).keep(voice()))
    const path = join(folder, `${voice().id}.json`)
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 700))
    expect(filesWith(folder)).toHaveLength(1)
    expect(openVoiceStore(folder).list()).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  test('cannot be kept where nothing can be written, and says so', () => {
    const folder = join(dataFolder(), 'file')
    writeFileSync(folder, '')
    const kept = openVoiceStore(folder).keep(voice())
    expect(kept).toMatchObject({ ok: false, error: { code: 'voice-not-kept' } })
  })

  test('whose file cannot be overwritten stays in the list, and says so', () => {
    const folder = dataFolder()
    const store = openVoiceStore(folder)
    unwrap(store.keep(voice()))
    // Somebody else has taken the file away.
    unwrap(openVoiceStore(folder).remove(voice().id))
    expect(store.remove(voice().id)).toMatchObject({ error: { code: 'voice-not-deleted' } })
    expect(store.list()).toHaveLength(1)
  })
})

const person = (label: string, direction: number, mixed = 0) => ({
  label,
  speechMs: 9_000,
  vector: unit(Array.from({ length: 8 }, (_, i) => (i === direction ? 1 : i === 7 ? mixed : 0))),
})
const kept = (name: string, direction: number): StoredVoice =>
  voice({ name, id: String(direction).repeat(32), vector: person('', direction).vector })

describe('names of kept voices', () => {
  test('are found for the person whose voice is clearly the kept one', () => {
    const voices = [kept('Ana', 1), kept('Ben', 2)]
    const people = [person('A', 2, 0.3), person('B', 3), person('C', 2, 1.5)]
    const found = knownVoices(people, voices, 'titanet.onnx')
    expect(found).toEqual([{ label: 'A', voiceId: '2'.repeat(32) }])
    expect(knownVoices(people, voices, 'another.onnx')).toEqual([])
  })

  test('are offered for speakers without a name, and never twice', () => {
    const voices = [kept('Ana', 1)]
    const found = [{ label: 'A', voiceId: '1'.repeat(32) }]
    const turn = (speaker: string, turnOrder: number) => turnOf({ speaker, turnOrder })
    const offer = suggestionsFor([turn('B', 0), turn('A', 1)], found, voices)
    expect(offer).toMatchObject([{ label: 'A', name: 'Ana', by: 'voice', turn: { turnOrder: 1 } }])
    expect(suggestionsFor([turn('Carl', 0)], found, voices)).toEqual([])
    expect(suggestionsFor([turn('A', 0), turn('Ana', 1)], found, voices)).toEqual([])
    expect(suggestionsFor([turn('A', 0)], found, [])).toEqual([])
  })
})
