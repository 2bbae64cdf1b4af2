import { describe, expect, it } from 'vitest'
import { packText, packWords, unpackText, unpackWords } from '../../preload/model/packed'
import { gap, transcript, turn } from '../renderer/window/samples'

describe('a transcript on its way to a window', () => {
  const said = [turn(0, 'Line\none "quoted"'), turn(1, ''), turn(2, '会议\u2028über')]

  it('comes out as it went in', () => {
    const text = transcript(said, [gap('g', 0, 1)])
    expect(unpackText(packText(text))).toEqual(text)
  })

  it('has the words of each turn beside it', () => {
    const words = said.map(({ sessionId, turnOrder, words }) => ({
      sessionId,
      turnOrder,
      words: JSON.stringify(words),
    }))
    expect(unpackWords(packWords(words))).toEqual(words)
    expect(unpackWords(packWords([]))).toEqual([])
  })
})
