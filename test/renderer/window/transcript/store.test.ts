import { describe, expect, it } from 'vitest'
import { createTranscriptStore } from '../../../../renderer/window/transcript/store'
import { errorValue } from '../../../../common/errors'
import { gap, partial, transcript, turn } from '../samples'

/** A store whose frames come when the test says so. */
function open(turns = transcript()) {
  const frames: (() => void)[] = []
  const store = createTranscriptStore((flush) => frames.push(flush))
  let rowChanges = 0
  let partialChanges = 0
  store.begin('meeting')
  store.load(turns)
  store.open.subscribe(() => rowChanges++)
  store.partials.subscribe(() => partialChanges++)
  return {
    store,
    frame: () => {
      const due = frames.splice(0)
      due.forEach((flush) => flush())
      return due.length
    },
    texts: () =>
      store.open
        .get()
        .rows.map((row) =>
          row.kind === 'turn'
            ? row.turn.text
            : row.kind === 'gap'
              ? row.gap.id
              : `…${store.partials.get().get(row.key)?.text}`,
        ),
    changes: () => ({ rows: rowChanges, partials: partialChanges }),
  }
}

describe('echo', () => {
  const echo = turn(1, 'one', { echo: true })

  it('is left out of the rows until a person shows it', () => {
    const { store, texts } = open(transcript([turn(0, 'one'), echo, turn(2, 'two')]))
    expect(texts()).toEqual(['one', 'two'])
    expect(store.open.get()).toMatchObject({ echoes: 1, showsEcho: false })
    store.showEcho(true)
    expect(texts()).toEqual(['one', 'one', 'two'])
    store.showEcho(false)
    expect(texts()).toEqual(['one', 'two'])
  })

  it('disappears when a final turns out to be echo, and comes back if it is not', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'one')]))
    store.turn('meeting', { ...echo, echo: false })
    frame()
    expect(texts()).toEqual(['one', 'one'])
    store.turn('meeting', echo)
    frame()
    expect(texts()).toEqual(['one'])
    store.turn('meeting', { ...echo, echo: false })
    frame()
    expect(texts()).toEqual(['one', 'one'])
  })

  it('is not announced', () => {
    const { store, frame } = open()
    store.turn('meeting', turn(0, 'one'))
    frame()
    store.turn('meeting', echo)
    frame()
    expect(store.announced.get().map(({ turnOrder }) => turnOrder)).toEqual([0])
  })

  it('is hidden again in the next meeting', () => {
    const { store } = open(transcript([echo]))
    store.showEcho(true)
    store.begin('another')
    expect(store.open.get()).toMatchObject({ echoes: 0, showsEcho: false })
  })
})

describe('a turn from its first words to its final', () => {
  it('is one row from start to end', () => {
    const { store, frame, texts } = open()
    store.turn('meeting', partial(0, 'good'))
    frame()
    expect(texts()).toEqual(['…good'])
    store.turn('meeting', partial(0, 'good morning'))
    frame()
    expect(texts()).toEqual(['…good morning'])
    store.turn('meeting', turn(0, 'Good morning.'))
    frame()
    expect(texts()).toEqual(['Good morning.'])
    expect(store.partials.get().size).toBe(0)
  })

  it('replaces a final by a later final of the same identity', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'one two'), turn(1, 'three')]))
    store.turn('meeting', turn(0, 'One, two.'))
    frame()
    expect(texts()).toEqual(['One, two.', 'three'])
  })

  it('keeps turns of the same order in two sessions apart', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'before')]))
    store.turn('meeting', turn(0, 'after', { sessionId: 'second', startMs: 9000 }))
    frame()
    expect(texts()).toEqual(['before', 'after'])
  })

  it('goes away when it is dropped', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'kept')]))
    store.turn('meeting', partial(1, 'hm'))
    frame()
    store.drop('meeting', { sessionId: 'session', turnOrder: 1 })
    frame()
    expect(texts()).toEqual(['kept'])
    expect(store.partials.get().size).toBe(0)
  })
})

describe('drawing', () => {
  it('renders no row again for a partial that grows among ten thousand turns', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => turn(index, `turn ${index}`))
    const { store, frame, changes } = open(transcript(many))
    store.turn('meeting', partial(10_000, 'a'))
    frame()
    const { rows } = store.open.get()
    const before = changes()
    for (let update = 0; update < 10; update++) {
      store.turn('meeting', partial(10_000, `a ${update}`))
      frame()
    }
    expect(store.open.get().rows).toBe(rows)
    expect(changes()).toEqual({ rows: before.rows, partials: before.partials + 10 })
  })

  it('keeps the turns that did not change when a final arrives', () => {
    const { store, frame } = open(transcript([turn(0, 'one'), turn(1, 'two')]))
    const [first] = store.open.get().rows
    store.turn('meeting', turn(2, 'three'))
    frame()
    expect(store.open.get().rows[0]).toBe(first)
  })

  it('applies all changes between two frames at once; the last version of each turn wins', () => {
    const { store, frame, texts, changes } = open()
    store.turn('meeting', partial(0, 'a'))
    store.turn('meeting', partial(0, 'a b'))
    store.turn('meeting', turn(0, 'A b.'))
    store.turn('meeting', partial(1, 'c'))
    expect(texts()).toEqual([])
    expect(frame()).toBe(1)
    expect(texts()).toEqual(['A b.', '…c'])
    expect(changes()).toEqual({ rows: 1, partials: 1 })
  })

  it('never shows the row of a partial before its words', () => {
    const { store, frame } = open()
    const seen: boolean[] = []
    store.open.subscribe(() => seen.push(store.partials.get().has('session:0')))
    store.turn('meeting', partial(0, 'a'))
    frame()
    expect(seen).toEqual([true])
  })
})

describe('order', () => {
  it('follows the timeline, with gaps, in whatever order rows arrive', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'first'), turn(4, 'last')]))
    store.gap('meeting', gap('network', { startMs: 6000, endMs: 18_000 }))
    store.turn('meeting', turn(0, 'filled in', { sessionId: 'repair', startMs: 8000 }))
    frame()
    expect(texts()).toEqual(['first', 'network', 'filled in', 'last'])
  })

  it('shows a correction and does not announce it', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'Gent.'), turn(1, 'Yes.')]))
    store.correct('meeting', [turn(0, 'Ghent. Yes.')], [{ sessionId: 'session', turnOrder: 1 }])
    frame()
    expect(texts()).toEqual(['Ghent. Yes.'])
    expect(store.announced.get()).toEqual([])
  })

  it('replaces a gap that was filled', () => {
    const { store, frame } = open(transcript([], [gap('network', { startMs: 0, endMs: 12_000 })]))
    store.gap('meeting', gap('network', { startMs: 0, endMs: 12_000 }, { filled: true }))
    frame()
    const { rows } = store.open.get()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.kind === 'gap' && rows[0].gap.filled).toBe(true)
  })
})

describe('opening a meeting', () => {
  it('waits for the library, then lets later changes win', () => {
    const frames: (() => void)[] = []
    const store = createTranscriptStore((flush) => frames.push(flush))
    store.begin('meeting')
    store.turn('meeting', turn(1, 'Two.'))
    frames.splice(0).forEach((flush) => flush())
    expect(store.open.get()).toMatchObject({ loading: true, rows: [] })
    store.load(transcript([turn(0, 'One.'), partial(1, 'tw')]))
    const { rows, loading } = store.open.get()
    expect(loading).toBe(false)
    expect(rows.map((row) => row.kind)).toEqual(['turn', 'turn'])
    expect(store.partials.get().size).toBe(0)
  })

  it('loads it again without losing what was said while main read it', () => {
    const { store, frame, texts } = open(transcript([turn(0, 'One.'), partial(1, 'tw')]))
    const announced: string[] = []
    store.announced.subscribe(() =>
      announced.push(...store.announced.get().map(({ text }) => text)),
    )
    const isWanted = store.ask()
    store.turn('meeting', turn(1, 'Two.'))
    store.turn('meeting', partial(2, 'thr'))
    store.correct('meeting', [turn(0, 'First.')], [])
    frame()
    store.turn('meeting', partial(2, 'three'))
    // Main read this before all that happened.
    expect(isWanted()).toBe(true)
    store.load(transcript([turn(0, 'One.'), partial(1, 'tw')]))
    frame()
    expect(texts()).toEqual(['First.', 'Two.', '…three'])
    expect([...store.partials.get().values()].map(({ text }) => text)).toEqual(['three'])
    expect(announced).toEqual(['Two.'])
    // The next answer is newer than all of it.
    store.ask()
    store.load(transcript([turn(0, 'Newest.')]))
    frame()
    expect(texts()).toEqual(['Newest.'])
  })

  it('does not want an answer after a later question, or in another meeting', () => {
    const { store } = open()
    const first = store.ask()
    const second = store.ask()
    expect([first(), second()]).toEqual([false, true])
    store.begin('other')
    expect(second()).toBe(false)
  })

  it('ignores changes of another meeting, and an answer that arrives too late', () => {
    const { store, frame, texts } = open()
    store.turn('other', turn(0, 'elsewhere'))
    store.begin('next')
    store.load(transcript([turn(0, 'too late')]))
    frame()
    expect(texts()).toEqual([])
    expect(store.open.get().meetingId).toBe('next')
  })

  it('shows why a meeting cannot be loaded', () => {
    const { store } = open()
    store.begin('gone')
    store.refuse('gone', errorValue('meeting-not-found'))
    expect(store.open.get()).toMatchObject({
      loading: false,
      error: { code: 'meeting-not-found' },
    })
  })
})

describe('announcing', () => {
  it('announces finals that arrive live, but no partials and no old turns', () => {
    const { store, frame } = open(transcript([turn(0, 'old')]))
    const announced = () => store.announced.get().map(({ text }) => text)
    expect(announced()).toEqual([])
    store.turn('meeting', partial(1, 'new'))
    frame()
    expect(announced()).toEqual([])
    store.turn('meeting', turn(1, 'New.'))
    store.turn('meeting', turn(2, 'Both.'))
    frame()
    expect(announced()).toEqual(['New.', 'Both.'])
  })

  it('announces no old turn that gets a speaker', () => {
    const { store, frame } = open(transcript([turn(0, 'old')]))
    store.turn('meeting', turn(0, 'old', { speaker: 'A' }))
    frame()
    expect(store.announced.get()).toEqual([])
  })
})

describe('words that arrive after the text', () => {
  const wordsOfFirst = (store: ReturnType<typeof open>['store']) => {
    const row = store.open.get().rows[0]
    return row?.kind === 'turn' ? row.turn.words : undefined
  }
  const found = (text: string) => [
    { sessionId: 'session', turnOrder: 0, words: JSON.stringify(turn(0, text).words) },
  ]

  it('are added to the loaded turns', () => {
    const { store } = open(transcript([turn(0, 'one two')]))
    expect(wordsOfFirst(store)).toBeNull()
    store.words('meeting', found('one two'))
    expect(wordsOfFirst(store)).toContain('"two"')
  })

  it('do not replace the words of a turn that has changed since, or of another meeting', () => {
    const { store, frame } = open(transcript([turn(0, 'one two')]))
    store.words('other', found('one two'))
    expect(wordsOfFirst(store)).toBeNull()
    store.turn('meeting', turn(0, 'One, three.'))
    frame()
    store.words('meeting', found('one two'))
    expect(wordsOfFirst(store)).toMatchObject([{ text: 'One,' }, { text: 'three.' }])
  })
})

describe('a correction of many turns', () => {
  it('changes only those turns, in place', () => {
    const said = Array.from({ length: 50 }, (_, order) => turn(order, `turn ${order}`))
    const { store, frame, texts } = open(transcript(said))
    const renamed = said.filter((_, order) => order % 2 === 0)
    store.correct(
      'meeting',
      renamed.map((before) => ({ ...before, text: `${before.text} again` })),
      [said[1]!],
    )
    frame()
    expect(texts()).toHaveLength(49)
    expect(texts().slice(0, 4)).toEqual(['turn 0 again', 'turn 2 again', 'turn 3', 'turn 4 again'])
  })
})
