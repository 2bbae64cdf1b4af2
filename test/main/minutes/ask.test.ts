import { expect, test } from 'vitest'
import { ok, type Result } from '../../../common/errors'
import type { SearchQuery } from '../../../common/model'
import type { Chat, ChatMessage } from '../../../main/chat'
import { askMeetings, createAsking } from '../../../main/minutes/ask'
import { findMeetings } from '../../../main/minutes/find-meetings'
import { questionWords, relevantTurns } from '../../../main/minutes/relevant-turns'
import { wordlessTurn } from './stored-turns'

function meeting(id: string, ...texts: readonly string[]) {
  const turns = texts.map((text, index) =>
    wordlessTurn({ text, turnOrder: index, startMs: index * 10_000 }),
  )
  return { id, title: `Meeting ${id}`, turns }
}

function ask(answer: string, question: string, meetings: readonly ReturnType<typeof meeting>[]) {
  const asked: (readonly ChatMessage[])[] = []
  const chat: Chat = {
    provider: 'ollama',
    model: 'small-model',
    centsOf: () => null,
    complete: async ({ messages, onText }) => {
      asked.push(messages)
      onText(answer)
      return ok({ tokens: null, isCut: false })
    },
  }
  const signal = new AbortController().signal
  return { asked, answered: askMeetings({ chat, question, meetings, signal }) }
}

const budget = meeting('budget', 'Travel grew by nine percent.', 'We cut two Ghent visits.')

test('an answer has the places of its lines, and what nobody said is apart', async () => {
  const { answered } = ask(
    '- Two visits to Ghent are cut [2]\n- Lunch is free [1]\n- It will rain',
    'What is cut?',
    [budget],
  )
  expect(await answered).toMatchObject({
    ok: true,
    value: {
      lines: [
        {
          text: 'Two visits to Ghent are cut',
          places: [{ meetingId: 'budget', title: 'Meeting budget', atMs: 10_000 }],
        },
      ],
      notFound: ['Lunch is free', 'It will rain'],
      turnCount: 2,
    },
  })
})

test.each(['NOT SAID', '- Not said.', 'not mentioned'])('%s is an answer', async (answer) => {
  const { answered } = ask(answer, 'Who pays?', [budget])
  expect(await answered).toMatchObject({ ok: true, value: { lines: [], notFound: [] } })
})

test('numbers run through all meetings, and only turns that fit the question are read', async () => {
  const other = meeting('other', ...Array.from({ length: 9 }, () => 'Noise.'), 'Ghent is closed.')
  const { asked, answered } = ask('- Ghent is closed [5]', 'What about the visits in Ghent?', [
    budget,
    other,
    meeting('none', 'Nothing of it.'),
  ])
  expect(await answered).toMatchObject({
    value: { lines: [{ places: [{ meetingId: 'other', atMs: 90_000 }] }], turnCount: 5 },
  })
  const transcript = asked[0]?.[1]?.content ?? ''
  expect(transcript).toContain('Meeting: Meeting budget\n[1] Dana: Travel grew')
  expect(transcript).toContain('[5] Dana: Ghent is closed.')
  expect(transcript).not.toContain('Nothing of it')
})

test('a model is not asked about meetings in which nothing fits the question', async () => {
  const { asked, answered } = ask('- Yes [1]', 'Elephants?', [budget, meeting('b', 'Hello.')])
  expect(await answered).toMatchObject({ ok: true, value: { lines: [], turnCount: 0 } })
  expect(asked).toEqual([])
})

test('a long meeting is read where it has words of the question, best first, in order', () => {
  const turns = Array.from({ length: 1_000 }, (_, index) => ({
    text: index === 700 ? 'the budget of the visit' : index % 100 === 0 ? 'a budget' : 'filler',
  }))
  const words = questionWords('What was the budget for visits?', 'en')
  expect(words).toEqual(['budget', 'visits'])
  const found = relevantTurns(turns, words, 60)
  expect(found.some(({ text }) => text === 'the budget of the visit')).toBe(true)
  expect(found.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(60)
})

test('meetings with more words of the question come first', async () => {
  const index: Readonly<Record<string, readonly string[]>> = {
    budget: ['new', 'old'],
    ghent: ['old'],
  }
  const find = async ({ text }: SearchQuery) =>
    ok({
      more: null,
      groups: (index[text] ?? []).map((meetingId) => ({
        meetingId,
        title: '',
        titleMarks: [],
        startedAt: 0,
        count: 1,
        places: [],
      })),
    })
  expect(await findMeetings(find, ['budget', 'ghent', 'missing'])).toEqual(ok(['old', 'new']))
})

test('a new question ends the one before', async () => {
  const asking = createAsking()
  const first = asking.ask(
    (signal) =>
      new Promise<Result<never>>((resolve) =>
        signal.addEventListener('abort', () =>
          resolve({ ok: false, error: { code: 'cancelled', sentence: '' } }),
        ),
      ),
  )
  const { answered } = ask('- Two visits are cut [2]', 'What?', [budget])
  const second = asking.ask(() => answered)
  expect(await first).toMatchObject({ error: { code: 'cancelled' } })
  expect(await second).toMatchObject({ ok: true })
})
