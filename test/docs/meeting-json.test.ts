import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { meetingFileSchema } from '../../main/exports/json'
import { gapReasonSchema } from '../../common/schemas'

const page = readFileSync(new URL('../../docs/meeting-json.md', import.meta.url), 'utf8')

describe('docs/meeting-json.md', () => {
  it('has an example with every field of a meeting, and no other', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? []
    const file: unknown = JSON.parse(example)
    expect(meetingFileSchema.parse(file)).toEqual(file)
    const fields = (schema: z.ZodObject) => Object.keys(schema.shape).sort()
    const { meeting, turns, gaps } = meetingFileSchema.shape
    const parsed = meetingFileSchema.parse(file)
    expect(Object.keys(parsed.meeting).sort()).toEqual(fields(meeting))
    expect(Object.keys(parsed.turns[0] ?? {}).sort()).toEqual(fields(turns.element))
    expect(Object.keys(parsed.turns[0]?.words[0] ?? {}).sort()).toEqual(
      fields(turns.element.shape.words.element),
    )
    expect(Object.keys(parsed.gaps[0] ?? {}).sort()).toEqual(fields(gaps.element))
    expect(parsed.notes[0]).toHaveProperty('atMs')
    expect(parsed.marks).toHaveLength(1)
  })

  it('names each reason of a gap', () => {
    for (const reason of gapReasonSchema.options) expect(page).toContain(`\`${reason}\``)
  })
})
