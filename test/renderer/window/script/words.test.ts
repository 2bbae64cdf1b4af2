import { describe, expect, it } from 'vitest'
import { speakerName } from '../../../../preload/speaker-name'
import { speakerColour } from '../../../../renderer/window/script/speakers'
import { gapSentence, splitPartial, wordRange } from '../../../../renderer/window/script/words'
import { gap, partial, turn } from '../samples'

describe('the words of a partial', () => {
  it('divides what stands from what may change', () => {
    const said = partial(0, 'we move the third one')
    said.words.slice(0, 3).forEach((word) => (word.isFinal = true))
    expect(splitPartial(said)).toEqual({ firm: 'we move the', soft: 'third one' })
  })

  it('is soft as a whole without words, and firm once each word stands', () => {
    expect(splitPartial({ ...partial(0, ''), text: 'hm' })).toEqual({ firm: '', soft: 'hm' })
    expect(splitPartial({ ...turn(0, 'all said'), isFinal: false })).toEqual({
      firm: 'all said',
      soft: '',
    })
  })
})

describe('the word that is said', () => {
  const said = turn(0, 'that that Quick round', {
    startMs: 4000,
    text: 'That, that quick round.',
  })
  const at = (ms: number) => {
    const range = wordRange(said, ms)
    return range && said.text.slice(...range)
  }

  it('is found in the formatted text, the second of two equal words too', () => {
    expect(at(4000)).toBe('That')
    expect(wordRange(said, 4300)).toEqual([6, 10])
    expect(at(4650)).toBe('quick')
    expect(at(60_000)).toBe('round')
  })

  it('is none before the first word, or where the text has another', () => {
    expect(at(3999)).toBeNull()
    expect(wordRange({ ...said, text: 'Something else' }, 4000)).toBeNull()
  })
})

describe('gaps', () => {
  it('says how long, why and what became of the words', () => {
    expect(gapSentence(gap('g', 0, 12_000, { filled: true }))).toBe(
      '12 s without network. The audio is safe; the words were filled in afterwards.',
    )
    expect(gapSentence(gap('g', 0, 12_000))).toBe(
      '12 s without network. The audio is safe; the words are missing.',
    )
  })

  it('does not call lost sound safe', () => {
    for (const reason of ['device', 'recorder-restart'] as const) {
      expect(gapSentence(gap('g', 0, 12_000, { reason, sound: false }))).not.toContain('safe')
    }
  })
})

describe('speakers', () => {
  it('have a name, and always the same colour', () => {
    expect(speakerName(turn(0, '', { speaker: 'C' }))).toBe('Speaker C')
    expect(speakerName(turn(0, '', { speaker: 'Dana' }))).toBe('Dana')
    expect(speakerName(turn(0, ''))).toBe('Me')
    expect(speakerColour(turn(0, '', { speaker: 'A' }))).toBe('--s1')
    expect(speakerColour(turn(0, '', { speaker: 'C' }))).toBe('--s3')
    expect(speakerColour(turn(0, '', { speaker: 'G' }))).toBe('--s1')
    expect(speakerColour(turn(0, '', { source: 'system' }))).toBe('--s2')
  })
})
