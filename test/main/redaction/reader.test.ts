import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packWords, unpackText } from '../../../common/model'
import { said } from '../exports/transcripts'
import { meetingOf, newLibrary, unwrap } from '../library/folder'
import { someMinutes } from '../minutes/some-minutes'
import { readerOf } from './reader-of'

const id = 'meeting-1'
const place = { source: 'microphone', startMs: 400, endMs: 1_600 } as const
const phone = { kind: 'phone', place, text: '555 0199 234' } as const

function start() {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.turns.upsert(id, said('call 555 0199 234 now', 0)))
  return { library, reader: readerOf(library) }
}

test('without redactions a meeting is read as it is', async () => {
  const { library, reader } = start()
  const { text, words, silent } = unwrap(await reader.meeting(id, { words: true }))
  expect(unpackText(text)).toEqual({
    meeting: unwrap(library.meetings.get(id)),
    gaps: [],
    turns: unwrap(library.turns.texts(id)),
  })
  expect(words).toEqual([packWords(unwrap(library.turns.words(id, null)).turns)])
  expect(silent).toEqual([])
  expect(unwrap(await reader.meeting(id)).words).toBeNull()
  expect(await reader.meeting('nobody')).toMatchObject({ error: { code: 'meeting-not-found' } })
})

test('redactions are stored, hide at once, survive a correction, and are taken back', async () => {
  const { library, reader } = start()
  unwrap(library.redactions.add(id, [phone, phone]))
  const [stored, ...others] = unwrap(library.redactions.list(id))
  expect(others).toEqual([])
  expect(stored).toMatchObject(phone)
  const read = async () => unwrap(await reader.meeting(id, { words: true }))
  const text = async () => unpackText((await read()).text).turns[0]?.text
  expect(await text()).toBe('call [phone number] now')
  expect((await read()).words?.[0]?.words).not.toContain('0199')
  expect((await read()).silent).toEqual([{ startMs: 280, endMs: 1_720 }])
  expect(unwrap(await reader.text(id, 'who has 5550199234?'))).toBe('who has [phone number]?')

  const turn = { sessionId: 's', turnOrder: 0 }
  unwrap(library.corrections.edit(id, { kind: 'text', turn, text: 'call 555 0199 235 now' }))
  expect(await text()).toBe('call [phone number] now')
  // What is stored is not changed.
  expect(unwrap(library.turns.texts(id))[0]?.text).toBe('call 555 0199 235 now')

  unwrap(library.redactions.remove(id, [stored?.id ?? 0]))
  expect(await text()).toBe('call 555 0199 235 now')
})

test('notes and minutes are read without it; a meeting in the bin takes none', async () => {
  const { library, reader } = start()
  unwrap(library.redactions.add(id, [phone, { kind: 'name', place: null, text: 'Dana' }]))
  unwrap(library.notes.write(id, 'ring 5550199234', null))
  unwrap(library.minutes.add(id, someMinutes))
  const { notes, minutes } = unwrap(await reader.meeting(id)).annotations
  expect(notes[0]?.text).toBe('ring [phone number]')
  expect(JSON.stringify(minutes)).not.toContain('Dana')
  unwrap(library.meetings.setState(id, 'done'))
  unwrap(library.bin.put(id))
  expect(library.redactions.add(id, [phone])).toMatchObject({
    error: { code: 'meeting-not-found' },
  })
})

/** SECURITY: what leaves the library for a file or a model goes through the reader. */
test('exports and minutes read no transcript but through the reader', () => {
  for (const folder of ['exports', 'minutes']) {
    const path = join('main', folder)
    for (const name of readdirSync(path)) {
      const text = readFileSync(join(path, name), 'utf8')
      expect(text, name).not.toMatch(/library\.(?:transcript|original|turns|notes)\w*[.(]/)
      expect(text, name).not.toMatch(/annotationsOf/)
    }
  }
})
