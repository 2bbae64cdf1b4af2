import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edited } from '../../../../main/library/corrections/corrections'
import { openLibrary, type Library } from '../../../../main/library/library'
import type { Edit, Transcript, Turn, TurnId, Word } from '../../../../common/model'
import { meetingOf, unwrap, newLibrary, temporaryFolder, turnOf } from '../folder'
import { effort } from '../../../effort'

const id = 'meeting-1'
const at = (turnOrder: number, sessionId = 'session-1'): TurnId => ({ sessionId, turnOrder })

function said(turnOrder: number, text: string, over: Partial<Turn> = {}): Turn {
  const startMs = turnOrder * 10_000
  const words = text.split(' ').map((word, index) => ({
    text: word,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 300,
    confidence: 0.9,
    isFinal: true,
    speaker: over.speaker ?? null,
  }))
  const endMs = startMs + words.length * 300
  return turnOf({ turnOrder, text, words, startMs, endMs, ...over })
}

function setUp(folder?: string): Library {
  const library = newLibrary(folder)
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.turns.upsert(id, said(0, 'we meet in Gent tomorrow', { speaker: 'A' })))
  unwrap(library.turns.upsert(id, said(1, 'at ten', { speaker: 'A' })))
  unwrap(library.turns.upsert(id, said(2, 'who is there', { speaker: 'B' })))
  unwrap(library.turns.upsert(id, said(3, 'everybody', { speaker: null })))
  return library
}

function wordless(turn: Turn): Partial<Turn> {
  const text: Partial<Turn> = { ...turn }
  delete text.words
  return text
}

const edit = (library: Library, change: Edit) => unwrap(library.corrections.edit(id, change))
const read = (library: Library): Transcript => unwrap(library.transcript(id))
const lines = (library: Library) =>
  read(library).turns.map(({ speaker, text }) => `${speaker ?? '-'}: ${text}`)

describe('corrections', () => {
  it('of words change the shown text, not the stored original', () => {
    const library = setUp()
    const heard = unwrap(library.originalTranscript(id))
    const changed = edit(library, { kind: 'text', turn: at(0), text: 'We meet in Ghent tomorrow.' })
    expect(changed.turns.map(({ text }) => text)).toEqual(['We meet in Ghent tomorrow.'])
    expect(changed.history).toEqual({ undo: 'text', redo: null, corrected: [at(0)] })
    const [first] = read(library).turns
    expect(first).toEqual(changed.turns[0])
    expect(first?.words.map(({ startMs }) => startMs)).toEqual([0, 300, 600, 900, 1_200])
    expect(unwrap(library.originalTranscript(id))).toEqual(heard)
  })

  it('are in the text and in the words for a window', () => {
    const library = setUp()
    edit(library, { kind: 'split', turn: at(0), word: 2 })
    edit(library, { kind: 'text', turn: at(1), text: 'at eleven' })
    edit(library, { kind: 'rename', turn: at(2), name: 'Dana' })
    edit(library, { kind: 'text', turn: at(3), text: '' })
    const whole = read(library).turns
    const words = unwrap(library.turns.words(id, null)).turns
    const wordsOf = (turn: TurnId) =>
      words.find((of) => of.sessionId === turn.sessionId && of.turnOrder === turn.turnOrder)?.words
    expect(words).toHaveLength(whole.length)
    for (const turn of whole) {
      const found = JSON.parse(wordsOf(turn) ?? '[]') as Word[]
      expect(found.map(({ text, startMs }) => [text, startMs])).toEqual(
        turn.words.map(({ text, startMs }) => [text, startMs]),
      )
    }
    const texts = unwrap(library.turns.texts(id))
    expect(texts).toEqual(whole.map(wordless))
    expect(unwrap(library.turns.originalTexts(id)).map(({ text }) => text)).toEqual([
      'we meet in Gent tomorrow',
      'at ten',
      'who is there',
      'everybody',
    ])
  })

  it('of the date can be undone and done again, like those of words', () => {
    const library = setUp()
    const start = () => unwrap(library.meetings.get(id)).startedAt
    const before = start()
    edit(library, { kind: 'text', turn: at(1), text: 'at eleven' })
    const changed = edit(library, { kind: 'date', startedAt: 86_400_000 })
    expect(changed).toMatchObject({ described: true, turns: [], history: { undo: 'date' } })
    expect(start()).toBe(86_400_000)
    edit(library, { kind: 'date', startedAt: 86_400_000 })
    expect(unwrap(library.corrections.undo(id))).toMatchObject({ described: true })
    expect(start()).toBe(before)
    expect(lines(library)).toContain('A: at eleven')
    expect(unwrap(library.corrections.history(id))).toMatchObject({ undo: 'text', redo: 'date' })
    unwrap(library.corrections.redo(id))
    expect(start()).toBe(86_400_000)
    const nobody = library.corrections.edit('nobody', { kind: 'date', startedAt: 0 })
    expect(nobody).toMatchObject({ error: { code: 'meeting-not-found' } })
  })

  it('with an empty text remove the turn', () => {
    const library = setUp()
    expect(edit(library, { kind: 'text', turn: at(1), text: ' ' })).toMatchObject({
      turns: [],
      dropped: [at(1)],
    })
    expect(lines(library)).toHaveLength(3)
    expect(library.corrections.edit(id, { kind: 'text', turn: at(1), text: 'x' })).toMatchObject({
      error: { code: 'turn-not-found' },
    })
  })

  it('split a turn before a word and join two', () => {
    const library = setUp()
    edit(library, { kind: 'split', turn: at(0), word: 2 })
    expect(read(library).turns.slice(0, 2)).toMatchObject([
      { ...at(0), text: 'we meet', startMs: 0, endMs: 600, speaker: 'A' },
      { ...at(0, 'split'), text: 'in Gent tomorrow', startMs: 600, endMs: 1_500, speaker: 'A' },
    ])
    edit(library, { kind: 'join', turn: at(0, 'split'), next: at(1) })
    expect(lines(library).slice(0, 3)).toEqual([
      'A: we meet',
      'A: in Gent tomorrow at ten',
      'B: who is there',
    ])
    edit(library, { kind: 'join', turn: at(0), next: at(0, 'split') })
    expect(lines(library)[0]).toBe('A: we meet in Gent tomorrow at ten')
    expect(read(library).turns[0]?.words).toHaveLength(7)
  })

  it('name a speaker everywhere, restore the label, and merge two speakers', () => {
    const library = setUp()
    edit(library, { kind: 'rename', turn: at(0), name: 'Dana' })
    expect(lines(library).map((line) => line[0])).toEqual(['D', 'D', 'B', '-'])
    expect(read(library).turns[0]?.words[0]?.speaker).toBe('Dana')
    expect(read(library).meeting.speakers).toEqual(['B', 'Dana'])
    edit(library, { kind: 'merge', turn: at(2), into: at(0) })
    expect(read(library).turns.map(({ speaker }) => speaker)).toEqual([
      'Dana',
      'Dana',
      'Dana',
      null,
    ])
    edit(library, { kind: 'rename', turn: at(2), name: '' })
    expect(read(library).turns.map(({ speaker }) => speaker)).toEqual(['A', 'A', 'A', null])
    edit(library, { kind: 'merge', turn: at(0), into: at(3) })
    expect(read(library).turns.map(({ speaker }) => speaker)).toEqual([null, null, null, null])
    edit(library, { kind: 'rename', turn: at(3), name: 'Robin' })
    expect(unwrap(library.meetings.list())[0]?.speakers).toEqual(['Robin'])
  })

  it('assign one turn to another speaker, known or new', () => {
    const library = setUp()
    edit(library, { kind: 'assign', turn: at(2), to: at(0) })
    expect(read(library).turns[2]?.speaker).toBe('A')
    expect(read(library).meeting.speakers).toEqual(['A'])
    edit(library, { kind: 'assign', turn: at(1), to: { name: 'Tom' } })
    edit(library, { kind: 'assign', turn: at(3), to: { name: 'Tom' } })
    expect(read(library).turns.map(({ speaker }) => speaker)).toEqual(['A', 'Tom', 'A', 'Tom'])
    edit(library, { kind: 'rename', turn: at(3), name: 'Thomas' })
    expect(read(library).turns.map(({ speaker }) => speaker)).toEqual([
      'A',
      'Thomas',
      'A',
      'Thomas',
    ])
    const unnamed = library.corrections.edit(id, { kind: 'rename', turn: at(3), name: '' })
    expect(unnamed).toMatchObject({ error: { code: 'bad-input' } })
  })

  it('distinguish speakers of two sources with the same label', () => {
    const library = setUp()
    unwrap(library.turns.upsert(id, said(4, 'from afar', { source: 'system', speaker: 'A' })))
    edit(library, { kind: 'rename', turn: at(4), name: 'Priya' })
    expect(read(library).turns.map(({ speaker }) => speaker)).toEqual([
      'A',
      'A',
      'B',
      null,
      'Priya',
    ])
  })

  it('are refused if they make no sense', () => {
    const library = setUp()
    unwrap(library.turns.upsert(id, said(4, 'other side', { source: 'system' })))
    unwrap(library.turns.upsert(id, said(5, 'still open', { isFinal: false, finalMs: null })))
    const code = (change: Edit, meeting = id) => {
      const result = library.corrections.edit(meeting, change)
      return result.ok ? null : result.error.code
    }
    expect(code({ kind: 'text', turn: at(9), text: 'x' })).toBe('turn-not-found')
    expect(code({ kind: 'text', turn: at(5), text: 'x' })).toBe('turn-not-final')
    expect(code({ kind: 'split', turn: at(1), word: 2 })).toBe('bad-input')
    expect(code({ kind: 'join', turn: at(3), next: at(4) })).toBe('bad-input')
    expect(code({ kind: 'join', turn: at(1), next: at(0) })).toBe('bad-input')
    expect(code({ kind: 'join', turn: at(1), next: at(1) })).toBe('bad-input')
    expect(code({ kind: 'text', turn: at(0), text: 'x' }, 'nobody')).toBe('meeting-not-found')
    expect(unwrap(library.corrections.history(id))).toEqual({
      undo: null,
      redo: null,
      corrected: [],
    })
  })

  it('that change nothing cannot be undone', () => {
    const library = setUp()
    edit(library, { kind: 'text', turn: at(0), text: 'we meet in Gent tomorrow ' })
    edit(library, { kind: 'merge', turn: at(0), into: at(1) })
    edit(library, { kind: 'assign', turn: at(0), to: at(1) })
    edit(library, { kind: 'rename', turn: at(0), name: '' })
    expect(edit(library, { kind: 'text', turn: at(1), text: 'at ten' }).history.undo).toBeNull()
  })
})

describe('what an engine reports after a correction', () => {
  it('never undoes it, and still applies to what was not corrected', () => {
    const library = setUp()
    edit(library, { kind: 'text', turn: at(0), text: 'we meet in Ghent' })
    edit(library, { kind: 'split', turn: at(0), word: 2 })
    edit(library, { kind: 'assign', turn: at(2), to: { name: 'Tom' } })
    // A formatted final, a revision of the speaker, words of a gap.
    const formatted = said(0, 'We meet in Gent tomorrow.', { speaker: 'A' })
    expect(unwrap(library.turns.upsert(id, formatted))?.text).toBe('we meet')
    const revised = unwrap(
      library.turns.revise(id, 'session-1', [
        { turnOrder: 0, speaker: 'C', words: null },
        { turnOrder: 2, speaker: 'C', words: null },
        { turnOrder: 1, speaker: 'C', words: null },
      ]),
    )
    expect(revised.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'C: we meet',
      'C: in Ghent',
      'Tom: who is there',
      'C: at ten',
    ])
    unwrap(library.turns.upsert(id, said(7, 'filled in', { sessionId: 'fill', filledIn: true })))
    expect(lines(library)).toEqual([
      'C: we meet',
      'C: in Ghent',
      'C: at ten',
      'Tom: who is there',
      '-: everybody',
      '-: filled in',
    ])
    for (let n = 0; n < 3; n += 1) unwrap(library.corrections.undo(id))
    expect(lines(library).slice(0, 3)).toEqual([
      'C: We meet in Gent tomorrow.',
      'C: at ten',
      'C: who is there',
    ])
  })

  it('may mark it as echo: corrected turns are not, the rest is', () => {
    const library = setUp()
    edit(library, { kind: 'text', turn: at(0), text: 'we meet in Ghent' })
    const marks = [0, 1].map((order) => ({ ...at(order), echo: true }))
    const marked = unwrap(library.turns.markEcho(id, marks))
    expect(marked.map(({ text, echo }) => [text, echo])).toEqual([
      ['we meet in Ghent', false],
      ['at ten', true],
    ])
    expect(read(library).turns.map(({ echo }) => echo)).toEqual([false, true, false, false])
    unwrap(library.corrections.undo(id))
    expect(read(library).turns[0]?.echo).toBe(true)
  })

  it('gets the name of its speaker', () => {
    const library = setUp()
    edit(library, { kind: 'rename', turn: at(0), name: 'Dana' })
    expect(unwrap(library.turns.upsert(id, said(4, 'later', { speaker: 'A' })))?.speaker).toBe(
      'Dana',
    )
    const partial = said(5, 'and', { speaker: 'A', isFinal: false, finalMs: null })
    expect(unwrap(library.turns.upsert(id, partial))?.speaker).toBe('Dana')
  })

  it('is not shown if a person removed the turn', () => {
    const library = setUp()
    edit(library, { kind: 'join', turn: at(0), next: at(1) })
    expect(unwrap(library.turns.upsert(id, said(1, 'At ten.', { speaker: 'A' })))).toBeNull()
    expect(lines(library)[0]).toBe('A: we meet in Gent tomorrow at ten')
  })

  it('may disappear: the correction stays, with final words', () => {
    const library = setUp()
    unwrap(library.turns.upsert(id, said(5, 'left open', { isFinal: false, finalMs: null })))
    unwrap(library.meetings.setState(id, 'done'))
    edit(library, { kind: 'text', turn: at(5), text: 'left over' })
    expect(unwrap(library.turns.drop(id, 'session-1', 5))).toBe(true)
    expect(read(library).turns.at(-1)).toMatchObject({ text: 'left over', isFinal: true })
  })
})

describe('undo and redo', () => {
  it('survive a restart; a new edit replaces what was undone', () => {
    const folder = temporaryFolder()
    const first = setUp(folder)
    const original = read(first)
    edit(first, { kind: 'rename', turn: at(0), name: 'Dana' })
    edit(first, { kind: 'text', turn: at(1), text: 'at eleven' })
    unwrap(first.corrections.undo(id))
    unwrap(first.meetings.setState(id, 'done'))
    first.close()

    const second = unwrap(openLibrary({ folder }))
    expect(unwrap(second.corrections.history(id))).toMatchObject({ undo: 'rename', redo: 'text' })
    expect(unwrap(second.corrections.redo(id)).turns.map(({ text }) => text)).toEqual(['at eleven'])
    unwrap(second.corrections.undo(id))
    unwrap(second.corrections.undo(id))
    expect(read(second).turns).toEqual(original.turns)
    edit(second, { kind: 'text', turn: at(2), text: 'who is here' })
    expect(unwrap(second.corrections.redo(id))).toMatchObject({ turns: [], dropped: [] })
    expect(unwrap(second.corrections.undo(id)).history).toEqual({
      undo: null,
      redo: 'text',
      corrected: [],
    })
    second.close()
  })

  const turnIds = fc.oneof(
    fc.integer({ min: 0, max: 4 }).map((order) => at(order)),
    fc.integer({ min: 0, max: 2 }).map((order) => at(order, 'split')),
  )
  const name = fc.constantFrom('Dana', 'Tom', 'A', '')
  const edits: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      turn: turnIds,
      text: fc.constantFrom('', 'one', 'we meet in Ghent', 'at ten or eleven', 'who 会議'),
    }),
    fc.record({
      kind: fc.constant('split' as const),
      turn: turnIds,
      word: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('join' as const), turn: turnIds, next: turnIds }),
    fc.record({ kind: fc.constant('rename' as const), turn: turnIds, name }),
    fc.record({ kind: fc.constant('merge' as const), turn: turnIds, into: turnIds }),
    fc.record({
      kind: fc.constant('assign' as const),
      turn: turnIds,
      to: fc.oneof(turnIds, fc.constantFrom({ name: 'Tom' }, { name: 'Robin' })),
    }),
  )

  it('of any edits restore exactly the earlier texts, in both directions', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 14 }), (sequence) => {
        const library = setUp()
        const original = read(library)
        // The text after each visible edit.
        const states = [read(library).turns]
        for (const change of sequence) {
          const result = library.corrections.edit(id, change)
          if (result.ok && isSeen(result.value)) states.push(read(library).turns)
        }
        const before = states.slice(0, -1).reverse()
        const all = { corrections: library.corrections, turns: () => read(library).turns }
        expect(steps(all, 'undo')).toEqual(before)
        expect(read(library)).toEqual(original)
        expect(steps(all, 'redo')).toEqual(states.slice(1))
        expect(steps(all, 'undo')).toEqual(before)
        expect(read(library)).toEqual(original)
      }),
      { numRuns: effort({ short: 30, long: 60 }) },
    )
  }, 60_000)
})

const isSeen = ({ turns, dropped }: Edited) => turns.length + dropped.length > 0

/** Goes all the way, and returns the text after each visible step. */
function steps(
  { corrections, turns }: { corrections: Library['corrections']; turns: () => Turn[] },
  way: 'undo' | 'redo',
): Turn[][] {
  const seen: Turn[][] = []
  while (unwrap(corrections.history(id))[way] !== null) {
    if (isSeen(unwrap(corrections[way](id)))) seen.push(turns())
  }
  return seen
}
