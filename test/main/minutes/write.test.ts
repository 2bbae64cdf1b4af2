import { expect, test } from 'vitest'
import { fail, ok, type Result } from '../../../common/errors'
import type { ChatMessage } from '../../../main/chat'
import type { Completion } from '../../../main/chat/completion'
import { writeMinutes } from '../../../main/minutes/write'
import { general, said } from './turns'

type Answer = string | Result<Completion>
const complete: Completion = { tokens: { input: 10, output: 2 }, isCut: false }

/** Gives these answers one after another. */
function write(answers: readonly Answer[], options: { turns: number; partCharacters: number }) {
  const asked: (readonly ChatMessage[])[] = []
  const steps: string[] = []
  const cancel = new AbortController()
  const turns = said(
    ...Array.from({ length: options.turns }, (_, index) => `Topic number${index} was discussed`),
  )
  const written = writeMinutes({
    template: general,
    turns,
    partCharacters: options.partCharacters,
    knownTags: [],
    signal: cancel.signal,
    onProgress: ({ step, steps: of, sections }) =>
      steps.push(`${step}/${of}: ${sections.flatMap(({ lines }) => lines).length}`),
    chat: {
      complete: async ({ messages, onText }) => {
        const answer = answers[asked.length] ?? ''
        asked.push(messages)
        if (typeof answer !== 'string') return answer
        onText(answer)
        return ok(complete)
      },
    },
  })
  return { written, asked, steps, cancel }
}

const line = (index: number) => `- About number${index} [${index + 1}]`
const texts = (result: Awaited<ReturnType<typeof write>['written']>) =>
  result.ok ? result.value.sections.flatMap(({ lines }) => lines.map(({ text }) => text)) : result

test('a short meeting is one request', async () => {
  const { written, asked } = write([`## Summary\n${line(0)}\n- Made up [9]\n`], {
    turns: 3,
    partCharacters: 10_000,
  })
  expect(await written).toMatchObject({
    ok: true,
    value: { notFound: ['Made up'], tokens: { input: 10, output: 2 }, isCut: false },
  })
  expect(asked).toHaveLength(1)
})

test('a long meeting is read in parts, and a second pass joins what holds', async () => {
  const { written, asked, steps } = write(
    [
      `## Summary\n${line(0)}\n- Invented thing [77]\n`,
      `## Summary\n${line(3)}\n`,
      `## Decisions\n- Both number0 and number3 [1, 4]\n`,
    ],
    { turns: 4, partCharacters: 90 },
  )
  expect(texts(await written)).toEqual(['Both number0 and number3'])
  expect(await written).toMatchObject({
    value: { notFound: ['Invented thing'], tokens: { input: 30, output: 6 } },
  })
  expect(asked).toHaveLength(3)
  expect(asked[2]?.[1]?.content).toContain('Summary: About number0 [1]')
  expect(asked[2]?.[1]?.content).not.toContain('Invented thing')
  expect(steps).toEqual(['1/3: 1', '2/3: 2', '3/3: 1'])
})

test.each<[string, Answer]>([
  ['fails', fail('chat-failed')],
  ['finds nothing', '## Summary\n- All is well [55]\n'],
  ['says nothing', fail('chat-empty')],
])('if the second pass %s, the minutes of the parts are kept', async (_name, answer) => {
  const parts = [`## Summary\n${line(0)}\n`, `## Summary\n${line(3)}\n`]
  const { written } = write([...parts, answer], { turns: 4, partCharacters: 90 })
  expect(texts(await written)).toEqual(['About number0', 'About number3'])
})

test('a part that fails ends it, and cancelling does too', async () => {
  const failing = write([`## Summary\n${line(0)}\n`, fail('chat-busy')], {
    turns: 4,
    partCharacters: 90,
  })
  expect(await failing.written).toMatchObject({ error: { code: 'chat-busy' } })
  const cancelled = write([`## Summary\n${line(0)}\n`, fail('cancelled')], {
    turns: 4,
    partCharacters: 90,
  })
  expect(await cancelled.written).toMatchObject({ error: { code: 'cancelled' } })
})

test('an answer without any line is an empty one', async () => {
  const { written } = write(['I am sorry.'], { turns: 2, partCharacters: 10_000 })
  expect(await written).toMatchObject({ error: { code: 'chat-empty' } })
})
