import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeIntoGap, type MergeInput } from '../../../main/transcription/gap-merge'
import { rangeToTranscribe } from '../../../main/transcription/chunking'
import { turnSchema } from '../../../common/schemas'
import type { Turn, Word } from '../../../common/model'
import { gapOf, spoken, turnAt } from './samples'

function fill(over: Partial<MergeInput> = {}) {
  const gap = over.gap ?? gapOf()
  return mergeIntoGap({
    gap,
    chunk: rangeToTranscribe(gap, over.turns ?? []),
    words: [],
    timing: 'measured',
    language: 'en',
    turns: [],
    nowMs: 60_000,
    isLast: true,
    ...over,
  })
}

/** Words with times on the time line, as the job returns them: from the start of its audio. */
const heard = (startMs: number, ...words: readonly (readonly [string, number])[]) =>
  words.map(([text, at]) => spoken(text, at - startMs))

const textOf = (turns: readonly Turn[]) => turns.map(({ text }) => text)

describe('filling a gap', () => {
  it('makes turns of a separate session, marked as filled in, on the time line', () => {
    const filling = fill({
      words: heard(9_000, ['one', 11_000], ['two', 11_400], ['three', 14_000]),
    })
    expect(textOf(filling.turns)).toEqual(['one two', 'three'])
    expect(filling.turns[0]).toMatchObject({
      sessionId: 'fill-gap-1',
      turnOrder: 0,
      startMs: 11_000,
      endMs: 11_700,
      isFinal: true,
      filledIn: true,
      firstSeenMs: 60_000,
      finalMs: 60_000,
    })
    expect(filling.turns[1]?.turnOrder).toBe(1)
    for (const turn of filling.turns) expect(turnSchema.parse(turn)).toEqual(turn)
    expect(filling.gap.filled).toBe(true)
  })

  it('also fills a gap without speech, but not one without audio', () => {
    expect(fill()).toEqual({ gap: gapOf({ filled: true }), turns: [], dropped: [] })
    const silent = gapOf({ sound: false })
    expect(fill({ gap: silent }).gap).toEqual(silent)
  })

  it('omits the words around the gap, and includes one that its edge cuts in two', () => {
    const filling = fill({
      words: heard(9_000, ['before', 9_200], ['edge', 9_850], ['end', 19_900], ['after', 20_400]),
    })
    expect(textOf(filling.turns)).toEqual(['edge', 'end'])
  })

  it('omits a word that is already there, although its times differ a little', () => {
    const turns = [turnAt([['edge', 9_800]]), turnAt([['live', 19_850]], { turnOrder: 1 })]
    const filling = fill({
      turns,
      chunk: { startMs: 9_000, endMs: 21_000 },
      words: heard(9_000, ['Edge', 9_900], ['middle', 15_000], ['live.', 19_900]),
    })
    expect(textOf(filling.turns)).toEqual(['middle'])
  })

  it('does not repeat live text that follows the gap', () => {
    const turns = [turnAt([['now', 20_000]], { isFinal: false })]
    const filling = fill({ turns, words: heard(9_000, ['now', 19_950]) })
    expect(filling).toMatchObject({ turns: [], dropped: [] })
  })

  it('does not change the words of another source', () => {
    const turns = [turnAt([['there', 15_000]], { source: 'system', isFinal: false })]
    const filling = fill({ turns, words: heard(9_000, ['here', 15_000]) })
    expect(textOf(filling.turns)).toEqual(['here'])
    expect(filling.dropped).toEqual([])
  })

  it('replaces a partial only by at least as many words', () => {
    const partial = turnAt(
      [
        ['may', 15_000],
        ['be', 15_400],
      ],
      { isFinal: false, turnOrder: 7 },
    )
    const filling = fill({
      turns: [partial],
      words: heard(9_000, ['Maybe', 15_000], ['so', 15_500]),
    })
    expect(textOf(filling.turns)).toEqual(['Maybe so'])
    expect(filling.dropped).toEqual([partial])
  })

  it('keeps a partial that has more words, and makes it final', () => {
    const partial = turnAt(
      [
        ['may', 15_000],
        ['be', 15_400],
      ],
      { isFinal: false, turnOrder: 7, finalMs: null },
    )
    const filling = fill({
      turns: [partial],
      words: heard(9_000, ['Maybe', 15_050], ['later', 18_000]),
    })
    expect(filling.dropped).toEqual([])
    expect(textOf(filling.turns)).toEqual(['later', 'may be'])
    expect(filling.turns[1]).toMatchObject({
      sessionId: partial.sessionId,
      turnOrder: 7,
      isFinal: true,
      filledIn: false,
      finalMs: 60_000,
    })
    expect(filling.turns[1]?.words.every(({ isFinal }) => isFinal)).toBe(true)
  })

  it('keeps the words of a partial that are outside the gap', () => {
    const partial = turnAt(
      [
        ['out', 9_500],
        ['in', 10_200],
      ],
      { isFinal: false, finalMs: null },
    )
    const filling = fill({
      turns: [partial],
      chunk: { startMs: 9_800, endMs: 21_000 },
      words: heard(9_800, ['in', 10_200]),
    })
    expect(filling.dropped).toEqual([])
    expect(textOf(filling.turns)).toEqual(['in', 'out'])
  })

  it('numbers a second chunk after the first, and marks the gap only with the last one', () => {
    const first = fill({
      chunk: { startMs: 9_000, endMs: 15_000 },
      words: heard(9_000, ['one', 11_000]),
      isLast: false,
    })
    expect(first.gap.filled).toBe(false)
    const second = fill({
      turns: first.turns,
      chunk: { startMs: 15_000, endMs: 21_000 },
      words: heard(15_000, ['two', 16_000]),
    })
    expect(second.turns.map(({ turnOrder }) => turnOrder)).toEqual([1])
    expect(second.gap.filled).toBe(true)
  })

  it('ends a turn at a pause, at another speaker and at a sentence after half a minute', () => {
    const gap = gapOf({ startMs: 0, endMs: 100_000 })
    const words = Array.from({ length: 100 }, (_, index) =>
      spoken(index === 65 ? 'end.' : `w${index}`, index * 500),
    )
    const filling = fill({ gap, chunk: gap, words })
    expect(filling.turns.map(({ words: said }) => said.length)).toEqual([66, 34])
    const two = [
      { ...spoken('a', 0), speaker: 'A' },
      { ...spoken('b', 300), speaker: 'B' },
    ]
    expect(fill({ gap, chunk: gap, words: two }).turns.map(({ speaker }) => speaker)).toEqual([
      'A',
      'B',
    ])
  })
})

/** Speech without overlaps: each word has a number, a length and a pause before it. */
const speech = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 20, max: 900 }),
      length: fc.integer({ min: 80, max: 500 }),
    }),
    {
      minLength: 5,
      maxLength: 60,
    },
  )
  .map((parts) => {
    let at = 0
    return parts.map(({ pause, length }, index): Word => {
      const startMs = at + pause
      at = startMs + length
      return {
        text: `w${index}`,
        startMs,
        endMs: at,
        confidence: null,
        isFinal: true,
        speaker: null,
      }
    })
  })

describe('for any speech and any gap', () => {
  it('every word is there once, and none is filled in outside the gap', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const mostOff = 15
    const off = fc.integer({ min: -mostOff, max: mostOff })
    const gapShares = fc.tuple(share, share)
    const heardAs = fc.record({
      off: fc.array(off, { minLength: 60, maxLength: 60 }),
      asPartial: fc.boolean(),
    })
    fc.assert(
      fc.property(speech, gapShares, heardAs, (said, shares, { off, asPartial }) => {
        const endMs = said.at(-1)?.endMs ?? 0
        const [from, to] = shares.map((value) => Math.round(value * endMs)).sort((x, y) => x - y)
        if (from === undefined || to === undefined || to - from < 1) return
        const before = said.filter((word) => word.endMs <= from)
        // Live text has nothing of a word that the gap's end cuts in two, and all of one that it
        // cuts by
        // less than the engines' times differ.
        const after = said.filter((word) => word.startMs >= to - mostOff)
        const lost = said.filter((word) => !before.includes(word) && !after.includes(word))
        // The gap starts with the first word that is not final.
        const gap = gapOf({ startMs: before.at(-1)?.endMs ?? 0, endMs: to })
        const live = [before, after]
          .filter((words) => words.length > 0)
          .map((words, index) => liveTurn(words, index, true))
        const partial = lost.filter((word) => word.endMs <= to).slice(0, 3)
        if (asPartial && partial.length > 0) live.push(liveTurn(partial, 9, false))

        const piece = rangeToTranscribe(gap, live)
        const words = said
          .filter((word) => word.startMs >= piece.startMs - 40 && word.endMs <= piece.endMs + 40)
          .map((word, index) => ({
            ...word,
            startMs: word.startMs + (off[index] ?? 0) - piece.startMs,
            endMs: word.endMs + (off[index] ?? 0) - piece.startMs,
          }))
          .map((word) => ({ ...word, startMs: Math.max(0, word.startMs) }))
        const filling = fill({ gap, chunk: piece, words, turns: live })

        const changed = new Map(live.map((turn) => [key(turn), turn]))
        for (const turn of filling.dropped) changed.delete(key(turn))
        for (const turn of filling.turns) changed.set(key(turn), turn)
        const texts = [...changed.values()].flatMap((turn) => turn.words.map(({ text }) => text))
        expect([...texts].sort(byNumber)).toEqual(said.map(({ text }) => text))
        for (const turn of filling.turns.filter(({ filledIn }) => filledIn)) {
          expect(turnSchema.safeParse(turn).success).toBe(true)
          for (const word of turn.words) {
            expect(word.startMs < gap.endMs && word.endMs > gap.startMs).toBe(true)
          }
        }
        expect([...changed.values()].every(({ isFinal }) => isFinal)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('filling twice changes nothing more', () => {
    fc.assert(
      fc.property(speech, (said) => {
        const gap = gapOf({ startMs: 0, endMs: (said.at(-1)?.endMs ?? 0) + 10 })
        const first = fill({ gap, chunk: gap, words: said })
        const again = fill({ gap, chunk: gap, words: said, turns: first.turns })
        expect(again.turns).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

const key = ({ sessionId, turnOrder }: Pick<Turn, 'sessionId' | 'turnOrder'>) =>
  `${sessionId}/${turnOrder}`
const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1))

function liveTurn(words: readonly Word[], turnOrder: number, isFinal: boolean): Turn {
  return {
    ...turnAt([], { turnOrder, isFinal, finalMs: isFinal ? 1 : null }),
    startMs: words[0]?.startMs ?? 0,
    endMs: words.at(-1)?.endMs ?? 0,
    text: words.map(({ text }) => text).join(' '),
    words: words.map((word) => ({ ...word, isFinal })),
  }
}
