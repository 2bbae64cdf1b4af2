import { startSoak } from '../soak/rig'
import { wordsOfTurns, wrongWords } from '../soak/words'
import { storedSound, transcript, wordsOfWav } from './recording'
import { expect, test } from './fixtures'

test('minutes at many times real time keep every word, once and in order', async ({ folder }) => {
  const soak = await startSoak(folder)
  try {
    const id = await soak.record()
    await soak.pass(120_000)
    const said = await soak.stop()
    const { meeting, turns, gaps } = await transcript(soak.parley, id)
    expect(said).toBeGreaterThan(170)
    expect(wrongWords(wordsOfTurns(turns), said)).toBeNull()
    const sound = wordsOfWav(storedSound(soak.parley, id)).map(({ number }) => number)
    expect(wrongWords(sound, said)).toBeNull()
    expect(gaps).toEqual([])
    expect(meeting.textPercent).toBe(100)
    expect(soak.sessions()).toBe(1)
  } finally {
    soak.close()
  }
})
