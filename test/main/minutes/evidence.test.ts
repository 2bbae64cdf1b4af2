import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerReader } from '../../../main/minutes/answer-lines'
import { collectMinutes, createEvidence } from '../../../main/minutes/evidence'
import type { NumberedTurn } from '../../../main/minutes/numbered-turns'
import { general, said } from './turns'

function minutesOf(answer: string, turns: readonly NumberedTurn[]) {
  const reader = createAnswerReader(general.sections)
  const lines = [...reader.push(answer), ...reader.end()]
  return collectMinutes(general, lines, createEvidence(turns))
}

const turns = said(
  'Before we lock the numbers, can we look at the travel line again?',
  'I can own it. I would rather cut two of the Ghent visits than the training days.',
  'Good. Then I tell finance today.',
)

test('a line has the moments of its turns', () => {
  const { sections, notFound } = minutesOf(
    '## Decisions\n- Two Ghent visits are cut [2]\n## Tasks\n- Dana | tell finance | today [3, 1]',
    turns,
  )
  expect(notFound).toEqual([])
  expect(sections.find(({ title }) => title === 'Decisions')?.lines).toEqual([
    { text: 'Two Ghent visits are cut', who: null, byWhen: null, isDone: false, moments: [10_000] },
  ])
  expect(sections.find(({ kind }) => kind === 'tasks')?.lines).toEqual([
    { text: 'tell finance', who: 'Dana', byWhen: 'today', isDone: false, moments: [0, 20_000] },
  ])
})

test('a line whose turns do not exist, or share only stop words with it, is not found', () => {
  const { sections, notFound } = minutesOf(
    [
      '## Decisions',
      '- Travel is cut [99]',
      '- Parking will be free for all of them [1, 2, 3]',
      '- Travel is cut without a number',
      '## Tasks',
      '- Mallory | wire the money | now [4]',
    ].join('\n'),
    turns,
  )
  expect(sections.flatMap(({ lines }) => lines)).toEqual([])
  expect(notFound).toEqual([
    'Travel is cut',
    'Parking will be free for all of them',
    'Travel is cut without a number',
    'Mallory: wire the money, now',
  ])
})

test('invented turns are left out of a line that holds', () => {
  const { sections } = minutesOf('## Summary\n- Finance hears of it [3, 77]', turns)
  expect(sections[0]?.lines[0]?.moments).toEqual([20_000])
})

test('stop words are those of the language of the turn', () => {
  const german = [{ ...said('Wir haben die Reise und das Budget besprochen')[0]!, language: 'de' }]
  const { sections, notFound } = minutesOf(
    '## Summary\n- Die und das sind da [1]\n- Das Büdget der Reise [1]',
    german,
  )
  expect(notFound).toEqual(['Die und das sind da'])
  expect(sections[0]?.lines.map(({ text }) => text)).toEqual(['Das Büdget der Reise'])
})

const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{5,9}$/)

test('no line is believed that shares nothing with its turns, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }),
      (texts, line, numbers) => {
        const spoken = said(...texts.map((words) => words.join(' ')))
        const { sections, notFound } = minutesOf(
          `## Summary\n- ${line.join(' ')} [${numbers.join(', ')}]`,
          spoken,
        )
        const supported = spoken.some(
          ({ number, text }) =>
            numbers.includes(number) && text.split(' ').some((part) => line.includes(part)),
        )
        expect(sections[0]?.lines.length).toBe(supported ? 1 : 0)
        expect(notFound.length).toBe(supported ? 0 : 1)
      },
    ),
  )
})
