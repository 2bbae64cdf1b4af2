import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createEchoJudge, type EchoCase } from '../../../main/echo/judge'
import { said } from '../exports/transcripts'

/** A thread that says yes to long turns, and ends at the word "end". */
const entry = join(mkdtempSync(join(tmpdir(), 'echo-')), 'thread.cjs')
writeFileSync(
  entry,
  `const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ number, request: { turn } }) => {
  if (turn.text === 'end') process.exit(3)
  parentPort.postMessage({ number, answer: turn.text.length > 10 })
})`,
)

const caseOf = (text: string): EchoCase => ({
  turn: said(text, 0),
  others: [],
  sounds: { microphone: new Uint8Array(2), system: new Uint8Array(2) },
})

it('answers each case from one thread, and starts another after one that ended', async () => {
  const judge = createEchoJudge(entry)
  expect(await judge(caseOf('a long sentence'))).toBe(true)
  expect(await judge(caseOf('short'))).toBe(false)
  await expect(judge(caseOf('end'))).rejects.toThrow('Ended with code 3.')
  expect(await judge(caseOf('another long sentence'))).toBe(true)
})
