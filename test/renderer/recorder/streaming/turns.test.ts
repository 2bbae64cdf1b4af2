import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recorderEventSchema } from '../../../../common/schemas'
import type { RecorderEvent, Turn } from '../../../../common/model'
import {
  parseServerMessage,
  type TurnMessage,
} from '../../../../renderer/recorder/streaming/protocol'
import {
  closeOpenTurns,
  noTurns,
  openFromMs,
  reduceTurn,
  speakersEvent,
  type SessionContext,
  type TurnsState,
} from '../../../../renderer/recorder/streaming/turns'
import { turnMessage } from './fake-socket'

const context: SessionContext = {
  sessionId: 's',
  source: 'microphone',
  offsetMs: 10_000,
  timing: 'measured',
}

function message(wire: unknown): TurnMessage {
  const parsed = parseServerMessage(JSON.stringify(wire))
  if (!parsed.known || parsed.message.type !== 'Turn') throw new Error('not a turn')
  return parsed.message
}

/** Applies messages one second apart. Returns the events and the last state. */
function run(wires: readonly unknown[], from: TurnsState = noTurns) {
  let state = from
  const events: RecorderEvent[] = []
  for (const [index, wire] of wires.entries()) {
    const step = reduceTurn(state, {
      message: message(wire),
      context,
      nowMs: 20_000 + 1_000 * index,
    })
    state = step.state
    if (step.event !== null) events.push(step.event)
  }
  return { state, events }
}

function turnsOf(events: readonly RecorderEvent[]): Turn[] {
  return events.flatMap((event) => (event.type === 'turn' ? [event.turn] : []))
}

describe('turns', () => {
  it('take live text from the words, and times from the session’s offset', () => {
    const { events } = run([
      turnMessage(
        0,
        [
          ['hello', 500, 700],
          ['wor', 720, 800],
        ],
        false,
      ),
    ])
    expect(turnsOf(events)).toEqual([
      expect.objectContaining({
        sessionId: 's',
        turnOrder: 0,
        text: 'hello wor',
        startMs: 10_500,
        endMs: 10_800,
        isFinal: false,
        firstSeenMs: 20_000,
        finalMs: null,
        speaker: null,
      }),
    ])
  })

  it('take the text of a final from the transcript', () => {
    const wire = { ...turnMessage(0, [['hello', 500, 700]], true), transcript: ' Hello. ' }
    const [turn] = turnsOf(run([wire]).events)
    expect(turn).toMatchObject({ text: 'Hello.', isFinal: true, finalMs: 20_000 })
    expect(turn?.words.every(({ isFinal }) => isFinal)).toBe(true)
  })

  it('are final by end_of_turn alone, not by formatting or an utterance', () => {
    const wire = {
      ...turnMessage(0, [['a', 0, 1]], false),
      turn_is_formatted: true,
      utterance: 'A.',
    }
    expect(turnsOf(run([wire]).events)[0]?.isFinal).toBe(false)
  })

  it('accept a second, formatted final, which became final with the first', () => {
    const words = [['hi', 0, 100]] as const
    const { events, state } = run([
      turnMessage(0, words, false),
      turnMessage(0, words, true),
      turnMessage(1, [['next', 900, 950]], false),
      { ...turnMessage(0, words, true), transcript: 'Hi.', turn_is_formatted: true },
    ])
    const [, , , second] = turnsOf(events)
    expect(second).toMatchObject({
      turnOrder: 0,
      text: 'Hi.',
      firstSeenMs: 20_000,
      finalMs: 21_000,
    })
    expect([...state.open.keys()]).toEqual([1])
  })

  it('never go back from a final to a partial', () => {
    const { events } = run([
      turnMessage(0, [['a', 0, 1]], true),
      turnMessage(0, [['b', 0, 1]], false),
    ])
    expect(turnsOf(events)).toHaveLength(1)
  })

  it('drop an empty final, and report it if a partial was shown', () => {
    expect(run([turnMessage(0, [], true)]).events).toEqual([])
    const { events, state } = run([turnMessage(0, [['um', 0, 1]], false), turnMessage(0, [], true)])
    expect(events[1]).toEqual({
      type: 'turn-dropped',
      source: 'microphone',
      sessionId: 's',
      turnOrder: 0,
    })
    expect(state.open.size).toBe(0)
  })

  it('keep a final when an empty one follows it', () => {
    const { events } = run([turnMessage(0, [['a', 0, 1]], true), turnMessage(0, [], true)])
    expect(events).toHaveLength(1)
  })

  it('ignore partials without words', () => {
    expect(run([turnMessage(0, [], false)]).events).toEqual([])
  })

  it('have the speakers and languages of finals, and none if they are unknown', () => {
    const labelled = (label: string) => ({
      ...turnMessage(0, [['a', 0, 1]], true),
      speaker_label: label,
      language_code: 'hi',
    })
    expect(turnsOf(run([labelled('B')]).events)[0]).toMatchObject({ speaker: 'B', language: 'hi' })
    expect(turnsOf(run([labelled('PENDING')]).events)[0]?.speaker).toBeNull()
    expect(turnsOf(run([labelled('UNKNOWN')]).events)[0]?.speaker).toBeNull()
  })

  it('remember where the last final word ends and where open words begin', () => {
    const { state } = run([
      turnMessage(0, [['a', 0, 400]], true),
      turnMessage(1, [['b', 900, 950]], false),
      turnMessage(2, [['c', 1_900, 1_950]], false),
    ])
    expect(state.finalUntilMs).toBe(10_400)
    expect(openFromMs(state)).toBe(10_900)
  })

  it('keep no list that grows with the meeting', () => {
    const finals = Array.from({ length: 500 }, (_, n) => turnMessage(n, [['w', n, n + 1]], true))
    expect(run(finals).state.ended.size).toBeLessThanOrEqual(16)
  })

  it('end up as last reported, in any order of messages', () => {
    const history = fc.array(
      fc.record({ words: fc.integer({ min: 1, max: 4 }), end: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(
        fc.array(history, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (histories, choices) => {
          // The partials of a turn come before its finals. Turns can overlap in any way.
          const queues = histories.map((steps, order) =>
            [...steps]
              .sort((a, b) => Number(a.end) - Number(b.end))
              .map(({ words, end }, version) =>
                turnMessage(
                  order,
                  Array.from(
                    { length: words },
                    (_, n) => [`t${order}v${version}n${n}`, n * 100, n * 100 + 50] as const,
                  ),
                  end,
                ),
              ),
          )
          const last = queues.map((queue) => queue.at(-1)!)
          const mixed: unknown[] = []
          while (queues.some((queue) => queue.length > 0)) {
            const open = queues.filter((queue) => queue.length > 0)
            mixed.push(open[Number(choices.next().value) % open.length]!.shift())
          }
          const shown = new Map(turnsOf(run(mixed).events).map((turn) => [turn.turnOrder, turn]))
          for (const wire of last) {
            const turn = shown.get(wire.turn_order)
            expect(turn?.text).toBe(wire.words.map(({ text }) => text).join(' '))
            expect(turn?.isFinal).toBe(wire.end_of_turn)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('always fit the contract, for any numbers and texts', () => {
    const word = fc.record({
      text: fc.string({ maxLength: 600 }),
      start: fc.double(),
      end: fc.double(),
      confidence: fc.option(fc.double()),
      word_is_final: fc.option(fc.boolean()),
      speaker: fc.option(fc.string({ maxLength: 60 })),
    })
    fc.assert(
      fc.property(
        fc.record({
          words: fc.array(word, { maxLength: 8 }),
          end_of_turn: fc.boolean(),
          transcript: fc.string(),
          speaker_label: fc.option(fc.string({ maxLength: 60 })),
        }),
        (turn) => {
          const { events } = run([{ type: 'Turn', turn_order: 3, ...turn }])
          for (const event of events) {
            expect(recorderEventSchema.safeParse(event).error).toBeUndefined()
            if (event.type === 'turn') expect(event.turn.endMs >= event.turn.startMs).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('speaker revisions', () => {
  it('have times on the meeting’s time line', () => {
    const parsed = parseServerMessage(
      '{"type":"SpeakerRevision","revisions":[{"turn_order":1,"speaker_label":"B","words":[{"start":355,"end":615,"text":"Thanks,","confidence":0.8,"speaker":"A","word_is_final":true}]},{"turn_order":2,"speaker_label":"PENDING"}]}',
    )
    if (!parsed.known || parsed.message.type !== 'SpeakerRevision') throw new Error('unknown')
    const event = speakersEvent(parsed.message, context)
    expect(event).toMatchObject({
      sessionId: 's',
      revisions: [
        { turnOrder: 1, speaker: 'B', words: [{ startMs: 10_355, endMs: 10_615, speaker: 'A' }] },
        { turnOrder: 2, speaker: null, words: null },
      ],
    })
    expect(recorderEventSchema.safeParse(event).success).toBe(true)
  })
})

describe('open turns of a session that ended', () => {
  const { state } = run([
    turnMessage(0, [['done', 0, 400]], true),
    turnMessage(
      1,
      [
        ['a', 900, 950],
        ['b', 1_000, 1_200],
        ['c', 1_300, 1_500],
      ],
      false,
    ),
  ])

  it('are dropped if all their sound is heard again', () => {
    expect(closeOpenTurns(state, 10_400, 10_400)).toEqual([
      { type: 'turn-dropped', source: 'microphone', sessionId: 's', turnOrder: 1 },
    ])
  })

  it('keep the words that are not heard again', () => {
    const [event] = closeOpenTurns(state, 10_400, 11_250)
    expect(event).toMatchObject({
      type: 'turn',
      turn: { text: 'a b', endMs: 11_200, isFinal: false },
    })
  })

  it('do not change if none of their sound is heard again', () => {
    expect(closeOpenTurns(state, 10_400, 30_000)).toEqual([])
  })
})
