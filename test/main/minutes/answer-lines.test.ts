import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerReader, type AnswerLine } from '../../../main/minutes/answer-lines'
import { general } from './turns'

function read(...pieces: readonly string[]): AnswerLine[] {
  const reader = createAnswerReader(general.sections)
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()]
}

const shortly = (lines: readonly AnswerLine[]) =>
  lines.map(({ section, text, who, byWhen, numbers }) =>
    [section.title, who, text, byWhen, numbers.join()].filter((part) => part !== null).join('; '),
  )

const answer = `Here are the minutes:

## Summary
- The travel budget grew by nine percent. [1]
* Ghent is visited twice a quarter [turns 2-3].

**Decisions**
1. Travel stays at the plan [3, 4][5]

## Tasks
- Dana | tell finance | today [4]
- | Miguel | book the room | - [5]
- Somebody cleans up (turn 6)

### Open questions:
- None
- Who pays for Ghent in 2027 (again)? 【2】`

test('reads headings, lines, tasks and turn numbers as models write them', () => {
  expect(shortly(read(answer))).toEqual([
    'Summary; The travel budget grew by nine percent.; 1',
    'Summary; Ghent is visited twice a quarter.; 2,3',
    'Decisions; Travel stays at the plan; 3,4,5',
    'Tasks; Dana; tell finance; today; 4',
    'Tasks; Miguel; book the room; 5',
    'Tasks; Somebody cleans up; 6',
    'Open questions; Who pays for Ghent in 2027 (again)?; 2',
  ])
})

test.each([
  ['[3]', '3'],
  ['[3] [5]', '3,5'],
  ['[3, 5; 7]', '3,5,7'],
  ['[3 5]', '3,5'],
  ['[3-5]', '3,4,5'],
  ['[3 – 5, 9]', '3,4,5,9'],
  ['[3 to 5]', '3,4,5'],
  ['[3 à 5]', '3,4,5'],
  ['[3 and 5]', '3,5'],
  ['[Turns 3, 4 & 6]', '3,4,6'],
  ['[turn: 3]', '3'],
  ['[T3, T5]', '3,5'],
  ['[#3, #5]', '3,5'],
  ['(Turns: 3–4)', '3,4'],
  ['（turn 3）', '3'],
  ['［3］', '3'],
  ['【3†source】', '3'],
])('%s are turn numbers', (written, numbers) => {
  expect(shortly(read(`## Summary\n- The budget grew ${written}.`))).toEqual([
    `Summary; The budget grew.; ${numbers}`,
  ])
})

test.each(['[sic]', '(in 2027)', '[12:30]', '[Q3]', '(3)', '[turn over]', '[3 %]'])(
  '%s is text',
  (written) => {
    expect(shortly(read(`## Summary\n- The budget ${written} grew [1]`))).toEqual([
      `Summary; The budget ${written} grew; 1`,
    ])
  },
)

test('the pieces in which an answer arrives change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: answer.length })), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), answer.length]
      const pieces = at.slice(1).map((end, index) => answer.slice(at[index], end))
      expect(read(...pieces)).toEqual(read(answer))
    }),
  )
})

test.each([
  '<thinking>I see\n</thinking>',
  '<Think>I see [1]</Think>',
  'First I look at it. [1]</think>',
])('%j before a line is no line', (thought) => {
  expect(shortly(read(`${thought}\n## Summary\n- Said [1]`))).toEqual(['Summary; Said; 1'])
})

test('what a model thinks aloud is no line', () => {
  expect(
    shortly(read('<think>## Summary\n- Secret [1]\n</think>\n## Summary\n- Said [1]')),
  ).toEqual(['Summary; Said; 1'])
})

test('a line before the first heading counts only if it names turns', () => {
  expect(shortly(read('Of course, here it is:\nTravel was discussed [1]'))).toEqual([
    'Summary; Travel was discussed; 1',
  ])
})

test('no text makes the reader throw, and no line, name or list of numbers grows without end', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('## Tasks\n', '[1-999999]', '|', '\n', '<think>', '</think>', '- ', '[9,9,9]'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const line of read(...pieces)) {
        expect(line.text.length).toBeGreaterThan(0)
        expect(line.text.length).toBeLessThanOrEqual(1_000)
        expect(line.numbers.length).toBeLessThanOrEqual(20)
        expect(line.text).not.toContain('\n')
      }
    }),
  )
  expect(read('## Summary\n', 'word '.repeat(100_000)).length).toBeLessThanOrEqual(300)
  expect(read('## Summary\n', '- again [1]\n'.repeat(1_000)).length).toBe(300)
})
