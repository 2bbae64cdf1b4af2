import { describe, expect, it } from 'vitest'
import type { RecorderEvent, Source, Turn, Word } from '../../../../common/model'
import { createAttribution } from '../../../../renderer/recorder/mixing/attribution'
import { createSplitTurns } from '../../../../renderer/recorder/mixing/split-turns'
import { turnOf } from '../../../main/library/folder-fixtures'

const word = (text: string, startMs: number): Word => ({
  text,
  startMs,
  endMs: startMs + 200,
  confidence: null,
  isFinal: true,
  speaker: null,
})

/** Which source is loud in each half second. */
function heard(...halves: (Source | 'both' | null)[]) {
  const attribution = createAttribution()
  halves.forEach((who, half) => {
    for (let frame = 0; frame < 10; frame += 1) {
      const loudness = new Map<Source, number>([
        ['microphone', who === 'microphone' || who === 'both' ? 1_000 : 1],
        ['system', who === 'system' || who === 'both' ? 1_000 : 1],
      ])
      attribution.add(half * 500 + frame * 50, loudness)
    }
  })
  const turns = createSplitTurns(attribution)
  let ids = 0
  return (event: RecorderEvent) =>
    turns.split(event, ['microphone', 'system'], () => `new-${(ids += 1)}`)
}

const spoken = (...texts: string[]): Partial<Turn> => ({
  words: texts.map((text, index) => word(text, index * 500 + 100)),
  text: texts.join(' '),
  startMs: 100,
  endMs: texts.length * 500,
})
const turnEvent = (over: Partial<Turn>): RecorderEvent => ({ type: 'turn', turn: turnOf(over) })
const said = (events: RecorderEvent[]) =>
  events.flatMap((event) =>
    event.type === 'turn' ? [[event.turn.turnOrder, event.turn.source, event.turn.text]] : [],
  )

describe('the words of one session for all sources', () => {
  it('belong to the source that was louder while they were said', () => {
    const events = heard('microphone', 'microphone', 'system', 'microphone')
    expect(
      said(events(turnEvent({ turnOrder: 2, ...spoken('shall', 'we', 'yes', 'good') }))),
    ).toEqual([
      [32, 'microphone', 'shall we'],
      [33, 'system', 'yes'],
      [34, 'microphone', 'good'],
    ])
  })

  it('keep their turn whole, with its text, if one source said all of it', () => {
    const events = heard('system', 'both', null)
    expect(
      said(events(turnEvent({ ...spoken('one', 'two', 'three'), text: 'One, two: three.' }))),
    ).toEqual([[0, 'system', 'One, two: three.']])
  })

  it('have their own times', () => {
    const events = heard('microphone', 'system')
    const [, theirs] = events(turnEvent(spoken('mine', 'theirs')))
    expect(theirs).toMatchObject({
      turn: { startMs: 600, endMs: 800, words: [{ text: 'theirs' }] },
    })
  })

  it('replace the parts of a partial that its turn no longer has', () => {
    const events = heard('microphone', 'system')
    events(turnEvent({ ...spoken('mine', 'theirs'), isFinal: false, finalMs: null }))
    const later = events(turnEvent(spoken('mine')))
    expect(later[0]).toMatchObject({ type: 'turn-dropped', turnOrder: 1, source: 'system' })
    expect(said(later)).toEqual([[0, 'microphone', 'mine']])
  })

  it('do not change their source with a second, formatted final', () => {
    const events = heard('microphone', 'system')
    events(turnEvent(spoken('mine', 'theirs')))
    // Without words, the boundary of the first final applies.
    const formatted = events(turnEvent(spoken('Mine,', 'theirs.')))
    expect(said(formatted)).toEqual([
      [0, 'microphone', 'Mine,'],
      [1, 'system', 'theirs.'],
    ])
  })

  it('are dropped with all their parts', () => {
    const events = heard('microphone', 'system')
    events(turnEvent({ ...spoken('mine', 'theirs'), isFinal: false, finalMs: null }))
    const dropped = events({
      type: 'turn-dropped',
      source: 'microphone',
      sessionId: 'session-1',
      turnOrder: 0,
    })
    expect(dropped).toMatchObject([{ turnOrder: 0 }, { turnOrder: 1 }])
  })

  it('take the speakers of a revision, in every part', () => {
    const events = heard('microphone', 'system')
    events(turnEvent(spoken('mine', 'theirs')))
    const words = spoken('mine', 'theirs').words ?? []
    const [revised] = events({
      type: 'speakers',
      sessionId: 'session-1',
      revisions: [{ turnOrder: 0, speaker: 'B', words }],
    })
    expect(revised).toMatchObject({
      revisions: [
        { turnOrder: 0, speaker: 'B', words: [{ text: 'mine' }] },
        { turnOrder: 1, speaker: 'B', words: [{ text: 'theirs' }] },
      ],
    })
  })

  it('have a gap in each source if the session has one, with ids that do not change', () => {
    const events = heard('microphone')
    const gap = {
      id: 'g',
      source: 'microphone',
      startMs: 0,
      endMs: 9,
      reason: 'network',
      sound: true,
      filled: false,
    } as const
    const first = events({ type: 'gap', gap })
    expect(first).toMatchObject([{ gap: { source: 'microphone' } }, { gap: { source: 'system' } }])
    expect(events({ type: 'gap', gap })).toEqual(first)
  })
})
