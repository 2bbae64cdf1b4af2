import { startSoak } from '../soak/rig'
import { wordDelays, wordsOfTurns, worstDrift, wrongWords } from '../soak/words'
import { storedSound, transcript, wordsOfWav } from './recording'
import { expect, test } from './fixtures'

/** Three times the error of a bad device, so that two minutes show it: 120 ms each, 240 ms apart. */
const slowerPpm = { microphone: 1_000, system: -1_000 } as const

test(
  'minutes in fast motion keep every word in order and in time, with two devices whose clocks are wrong',
  { tag: '@long' },
  async ({ folder }) => {
    const soak = await startSoak(folder, slowerPpm)
    try {
      const id = await soak.record()
      await soak.pass(120_000)
      const said = await soak.stop()
      const { meeting, turns, gaps } = await transcript(soak.parley, id)
      expect(said.map(({ source }) => source).sort()).toEqual(['microphone', 'system'])
      const delays: number[][] = []
      for (const spoken of said) {
        const { source, words } = spoken
        expect(words).toBeGreaterThan(170)
        expect(wrongWords(wordsOfTurns(turns, source), words)).toBeNull()
        const sound = wordsOfWav(storedSound(soak.parley, id, source))
        const numbers = sound.map(({ number }) => number)
        expect(wrongWords(numbers, words)).toBeNull()
        delays.push(wordDelays(sound, spoken, slowerPpm[source]))
      }
      expect(worstDrift(delays)).toBeLessThan(60)
      expect(gaps).toEqual([])
      expect(meeting.textPercent).toBe(100)
      expect(soak.sessions()).toBe(2)
    } finally {
      soak.close()
    }
  },
)
