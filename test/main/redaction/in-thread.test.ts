import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packText, packWords } from '../../../common/model'
import { createRunJob } from '../../../main/redaction/in-thread'
import { said, transcriptOf } from '../exports/transcripts'

const source = join(import.meta.dirname, '../../../main/redaction/thread.ts')
/** The real thread, built from its source. */
const entry = join(mkdtempSync(join(tmpdir(), 'redaction-')), 'thread.mjs')
writeFileSync(
  entry,
  `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}
register()
await import(${JSON.stringify(source)})`,
)

it('runs each job in the thread, and says if that ended', async () => {
  const transcript = transcriptOf([said('call 555 0199 234 now', 0)])
  const words = packWords(
    transcript.turns.map((turn) => ({ ...turn, words: JSON.stringify(turn.words) })),
  )
  const meeting = { text: packText(transcript), words: [words] }
  const run = createRunJob(entry)
  const state = await run('state', meeting, [], { find: true })
  expect(state).toMatchObject({
    value: { redactions: [], found: [{ kind: 'phone', text: '555 0199 234' }], hidden: [] },
  })
  const place = { source: 'microphone', startMs: 400, endMs: 1_600 } as const
  const hidden = [{ id: 1, kind: 'phone', place, text: '555 0199 234' }] as const
  const wanted = { words: true, annotations: { notes: [], marks: [], minutes: null } }
  const redacted = await run('meeting', meeting, hidden, wanted)
  expect(redacted).toMatchObject({ ok: true })
  expect(JSON.stringify(redacted)).not.toContain('0199')
  // It finds no turns, and so throws.
  const broken = { ...meeting, text: { ...meeting.text, turns: 'no JSON' } }
  expect(await run('state', broken, [], { find: true })).toMatchObject({
    error: { code: 'internal' },
  })
  expect(await run('text', meeting, hidden, '5550199234?')).toEqual({
    ok: true,
    value: '[phone number]?',
  })
})
