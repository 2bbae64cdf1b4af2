import { describe, expect, it } from 'vitest'
import type { Gap, Transcript, Turn } from '../../common/model'
import { meetingOf, turnOf } from '../main/library/folder-fixtures'
import { toneSpeech, wordText, type ToneWord } from '../speech/tones'
import { evaluate, type Evidence } from './ground-truth'

const said = toneSpeech({ words: 12, startSilenceMs: 1_000 }).words
const endMs = (said.at(-1)?.endMs ?? 0) + 500

const shifted = (words: readonly ToneWord[], ms: number): ToneWord[] =>
  words.map(({ number, startMs, endMs: end }) => ({
    number,
    startMs: startMs + ms,
    endMs: end + ms,
  }))

/** Turns of one word each. */
function turns(words: readonly ToneWord[], over: Partial<Turn> = {}): Turn[] {
  return words.map(({ number, startMs, endMs: end }, turnOrder) => {
    const text = wordText(number)
    const word = { text, startMs, endMs: end, confidence: 1, isFinal: true, speaker: null }
    const base = turnOf({ turnOrder, startMs, endMs: end, text, isFinal: true, words: [word] })
    return { ...base, ...over }
  })
}

function gap(over: Partial<Gap>): Gap {
  const kind = { source: 'microphone', reason: 'network', sound: true, filled: true } as const
  return { id: 'g', startMs: 0, endMs: 0, ...kind, ...over }
}

function evidence(over: Partial<Evidence> & { turns?: Turn[]; gaps?: Gap[] } = {}): Evidence {
  const meeting: Transcript = {
    meeting: {
      ...meetingOf(),
      durationMs: endMs,
      state: 'done',
      audio: [],
      turnCount: 0,
      textPercent: 100,
      missingTextMs: 0,
      missingSoundMs: 0,
      tags: [],
      binnedAt: null,
      sound: 'recorded',
      speakers: [],
    },
    turns: over.turns ?? turns(said),
    gaps: over.gaps ?? [],
  }
  const base = { said, endedMs: endMs, sound: said, soundMs: endMs, finals: [] }
  return { ...base, meeting, ...over }
}

describe('what is left of a recording', () => {
  it('is everything if nothing is missing', () => {
    expect(evaluate(evidence())).toEqual({
      spoken: 12,
      kept: 12,
      doubled: 0,
      audioLostMs: 0,
      failures: [],
    })
  })

  it.each([
    ['a word that is lost', { turns: turns(said.slice(1)) }, /^words lost: w0 at/],
    [
      'a word that is there twice',
      { turns: [...turns(said), ...turns(said.slice(3, 4))] },
      /doubled: w3/,
    ],
    [
      'a word that nobody said',
      { turns: turns([...said, { number: 99, startMs: 1, endMs: 2 }]) },
      /doubled: w99/,
    ],
    ['a final that was taken back', { finals: [{ number: 77, startMs: 500 }] }, /finals lost: w77/],
    [
      'sound that was left out',
      { sound: [...said.slice(0, 4), ...shifted(said.slice(4), -1_500)] },
      /1500 ms earlier/,
    ],
    [
      'silence that was put in',
      { sound: [...said.slice(0, 4), ...shifted(said.slice(4), 1_500)] },
      /1500 ms later/,
    ],
    ['a file that is too short', { soundMs: endMs - 1_500 }, /of sound in/],
    ['a gap that stays open', { gaps: [gap({ filled: false })] }, /1 gaps not filled/],
    [
      'words filled in where no gap is',
      { turns: turns(said, { filledIn: true }) },
      /outside of any gap/,
    ],
    ['a partial', { turns: turns(said, { isFinal: false }) }, /partials left over/],
  ] as const)('fails with %s', (_name, over, sentence) => {
    expect(evaluate(evidence(over as Partial<Evidence>)).failures.join('; ')).toMatch(sentence)
  })

  it('excuses words in a gap without sound, and counts them', () => {
    const [from, to] = [said[3]?.startMs ?? 0, said[5]?.endMs ?? 0]
    const rest = said.filter(({ number }) => number < 3 || number > 5)
    const silent = gap({ startMs: from, endMs: to, sound: false, filled: false })
    expect(evaluate(evidence({ sound: rest, turns: turns(rest), gaps: [silent] }))).toMatchObject({
      spoken: 12,
      kept: 9,
      audioLostMs: to - from,
      failures: [],
    })
  })

  it('counts from the first heard word to the end if the speech started earlier', () => {
    const part = shifted(said.slice(4, 10), -(said[4]?.startMs ?? 0) + 300)
    const endedMs = (part.at(-1)?.endMs ?? 0) + 100
    const whole = { sound: part, endedMs, soundMs: endedMs }
    expect(evaluate(evidence({ ...whole, turns: turns(part) }))).toMatchObject({
      spoken: 6,
      kept: 6,
      failures: [],
    })
    expect(evaluate(evidence({ ...whole, turns: turns(part.slice(0, -1)) })).kept).toBe(5)
  })

  it('counts a word that ended with the recording once', () => {
    const endedMs = (said.at(-1)?.endMs ?? 0) - 20
    expect(evaluate(evidence({ endedMs })).failures).toEqual([])
    const twice = [...turns(said), ...turns(said.slice(-1))]
    expect(evaluate(evidence({ endedMs, turns: twice })).failures[0]).toMatch(/^words doubled: w11/)
  })
})
