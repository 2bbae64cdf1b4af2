import { describe, expect, it } from 'vitest'
import {
  packMeetings,
  packText,
  packWords,
  unpackMeetings,
  unpackText,
  unpackWords,
} from '../../../common/model/packed'
import { gap, meeting, transcript, turn } from '../../renderer/window/samples'

describe('a packed transcript', () => {
  const said = [turn(0, 'Line\none "quoted"'), turn(1, ''), turn(2, '会议\u2028über')]

  it('is the same after unpacking', () => {
    const text = transcript(said, [gap('g', { startMs: 0, endMs: 1 })])
    expect(unpackText(packText(text))).toEqual(text)
  })

  it('has the words of each turn separately', () => {
    const words = said.map(({ sessionId, turnOrder, words }) => ({
      sessionId,
      turnOrder,
      words: JSON.stringify(words),
    }))
    expect(unpackWords(packWords(words))).toEqual(words)
    expect(unpackWords(packWords([]))).toEqual([])
  })
})

describe('a packed list of meetings', () => {
  it('is the same after unpacking', () => {
    const meetings = [meeting({ id: 'a', title: 'A "quoted"\nline', tags: ['é'] }), meeting()]
    expect(unpackMeetings(packMeetings(meetings))).toEqual(meetings)
    expect(unpackMeetings(packMeetings([]))).toEqual([])
  })
})
