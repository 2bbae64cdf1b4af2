import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseWav, writeWav } from '../speech/wav'
import { expect, test } from './fixtures'
import { chooseService, record, stop, storedSound } from './recording'
import { mouthOf } from './sound-server'

/** Nobody speaks sooner after pressing Record, in ms. */
const latestMs = 300
const humMs = 10_000
const playerStartsMs = 1_500

test(
  'the audio of a meeting starts immediately after Record was pressed',
  { tag: '@long' },
  async ({ launch, sound, folder }, info) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const hum = join(folder, 'hum.wav')
    const sampleRate = 48_000
    const turn = (2 * Math.PI * 440) / sampleRate
    const samples = Int16Array.from(
      { length: (sampleRate * humMs) / 1_000 },
      (_, index) => 8_000 * Math.sin(index * turn),
    )
    writeWav(hum, { sampleRate, samples })
    const playing = sound.play(mouthOf('desk'), hum)
    await new Promise((resolve) => setTimeout(resolve, playerStartsMs))
    const id = await record(parley)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await stop(parley)
    await playing
    const stored = parseWav(readFileSync(storedSound(parley, id))).samples
    const first = stored.findIndex((sample) => Math.abs(sample) > 100)
    info.annotations.push({ type: 'first sound', description: `${Math.round(first / 16)} ms` })
    expect(first).toBeGreaterThanOrEqual(0)
    expect(first / 16, 'ms from the press to the first sound').toBeLessThan(latestMs)
  },
)
