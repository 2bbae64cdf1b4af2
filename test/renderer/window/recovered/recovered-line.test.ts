import { describe, expect, it } from 'vitest'
import { recoveredSentence } from '../../../../renderer/window/recovered/recovered-line'
import { meeting } from '../samples'

const now = new Date(2026, 10, 25, 11).getTime()
const at = (day: number, month = 10) => new Date(2026, month, day, 14, 2).getTime()
const say = (startedAt: number, more = 0, durationMs = 47 * 60_000) =>
  recoveredSentence(meeting({ startedAt, durationMs }), more, now)

describe('the line about a recovered meeting', () => {
  it('says which meeting it is and what is safe', () => {
    expect(say(at(23))).toBe(
      "Monday's meeting at 14:02 ended unexpectedly. Its audio and text are safe (47 min).",
    )
    expect(say(at(24))).toMatch(/^Yesterday's meeting at 14:02/)
    expect(say(at(25))).toMatch(/^Today's meeting/)
    expect(say(at(12))).toMatch(/^The meeting of 12 Nov at 14:02/)
  })

  it('says how many more there are, and if one is empty', () => {
    expect(say(at(23), 1)).toMatch(/There is 1 more\.$/)
    expect(say(at(23), 2, 0)).toMatch(/Nothing had been recorded yet\. There are 2 more\.$/)
  })
})
