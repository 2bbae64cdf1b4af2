import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRedactedReader } from '../../../main/redaction'
import { said } from '../exports/transcripts'
import { meetingOf, newLibrary, unwrap } from '../library/folder'
import { someMinutes } from '../minutes/some-minutes'

const id = 'meeting-1'
const place = { source: 'microphone', startMs: 400, endMs: 1_600 } as const
const phone = { kind: 'phone', place, text: '555 0199 234' } as const

function start() {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.turns.upsert(id, said('call 555 0199 234 now', 0)))
  return { library, reader: createRedactedReader(library) }
}

test('without redactions a meeting is read as it is', () => {
  const { library, reader } = start()
  expect(reader.transcriptText(id)).toEqual(library.transcriptText(id))
  expect(reader.words(id)).toEqual(library.turns.words(id))
  expect(unwrap(reader.silent(id))).toEqual([])
})

test('redactions are stored, hide at once, survive a correction, and are taken back', () => {
  const { library, reader } = start()
  unwrap(library.redactions.add(id, [phone, phone]))
  const [stored, ...others] = unwrap(library.redactions.list(id))
  expect(others).toEqual([])
  expect(stored).toMatchObject(phone)
  const text = () => unwrap(reader.transcriptText(id)).turns[0]?.text
  expect(text()).toBe('call [phone number] now')
  expect(unwrap(reader.words(id))[0]?.words).not.toContain('0199')
  expect(unwrap(reader.silent(id))).toEqual([{ startMs: 280, endMs: 1_720 }])
  expect(unwrap(reader.text(id, 'who has 5550199234?'))).toBe('who has [phone number]?')

  const turn = { sessionId: 's', turnOrder: 0 }
  unwrap(library.corrections.edit(id, { kind: 'text', turn, text: 'call 555 0199 235 now' }))
  expect(text()).toBe('call [phone number] now')
  // What is stored is not changed.
  expect(unwrap(library.transcriptText(id)).turns[0]?.text).toBe('call 555 0199 235 now')

  unwrap(library.redactions.remove(id, [stored?.id ?? 0]))
  expect(text()).toBe('call 555 0199 235 now')
})

test('notes and minutes are read without it; a meeting in the bin takes none', () => {
  const { library, reader } = start()
  unwrap(library.redactions.add(id, [phone, { kind: 'name', place: null, text: 'Dana' }]))
  unwrap(library.notes.write(id, 'ring 5550199234', null))
  unwrap(library.minutes.add(id, someMinutes))
  const { notes, minutes } = unwrap(reader.annotations(id))
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
  const allowed = ['library.transcriptText(id)\n        return text.ok ? ok(suggestNames']
  for (const folder of ['exports', 'minutes']) {
    const path = join('main', folder)
    for (const name of readdirSync(path)) {
      let text = readFileSync(join(path, name), 'utf8')
      for (const part of allowed) text = text.replace(part, '')
      expect(text, name).not.toMatch(/library\.(?:transcript|original|turns|notes)\w*[.(]/)
      expect(text, name).not.toMatch(/annotationsOf/)
    }
  }
})
