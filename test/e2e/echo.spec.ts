import { isCaptured } from '../../common/model'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import { expect, test } from './fixtures'
import { chooseService, finalTurns, record, stop, transcript } from './recording'
import { mouthOf } from './sound-server'

const text = messages.meeting.echo

test(
  'words from the loudspeaker in the microphone are hidden, words of a person are not',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const theirs = toneSpeech({
      words: 8,
      firstNumber: 100,
      startSilenceMs: 300,
      sampleRate: 48_000,
    })
    const mine = toneSpeech({ words: 5, firstNumber: 700, sampleRate: 48_000 })
    const heardBy = new Int16Array(theirs.samples.length + 48_000 * 2 + mine.samples.length)
    // The loudspeaker at -10 dB and 120 ms late; the person two seconds later.
    for (const [n, value] of theirs.samples.entries()) {
      heardBy[n + 5_760] = Math.round(value * 10 ** (-10 / 20))
    }
    heardBy.set(mine.samples, theirs.samples.length + 48_000 * 2)
    const files = { theirs: join(folder, 'theirs.wav'), microphone: join(folder, 'mine.wav') }
    writeWav(files.theirs, theirs)
    writeWav(files.microphone, { sampleRate: 48_000, samples: heardBy })

    const parley = await launch({ realSound: true, env: sound.env })
    const { window } = parley
    await chooseService(parley)
    await parley.value('settings:set', { sources: { microphone: true, system: true } })
    const id = await record(parley)
    await Promise.all([
      sound.play('speakers', files.theirs),
      sound.play(mouthOf('desk'), files.microphone),
    ])
    const turns = async () => finalTurns(await transcript(parley, id))
    /** The words of each side, and of the echo. */
    const words = async () => {
      const said = { system: 0, microphone: 0, echo: 0 }
      for (const turn of await turns()) {
        if (!isCaptured(turn.source)) throw new Error('No file is imported here.')
        said[turn.echo ? 'echo' : turn.source] += turn.words.length
        if (turn.echo) expect(turn.source).toBe('microphone')
      }
      return said
    }
    await expect.poll(words, { timeout: 30_000 }).toEqual({ system: 8, microphone: 5, echo: 8 })
    const echoes = (await turns()).filter(({ echo }) => echo).length
    const shown = (await turns()).length - echoes
    await expect(window.getByText(text.hidden(echoes))).toBeVisible()
    await expect(window.getByRole('article')).toHaveCount(shown)
    await stop(parley)

    await expect(window.getByText(text.hidden(echoes))).toBeVisible()
    await expect(window.getByRole('article')).toHaveCount(shown)
    await window.getByRole('button', { name: text.show, exact: true }).click()
    await expect(window.getByRole('article')).toHaveCount(shown + echoes)
    await expect(window.getByText(text.shown(echoes), { exact: false })).toBeVisible()
    await window.getByRole('button', { name: text.hide, exact: true }).click()
    await expect(window.getByRole('article')).toHaveCount(shown)
  },
)

/** How one's own voice comes back from the side of the others. */
const returns = [
  ['my monitoring', { ms: 30, db: 0 }],
  ['a call program that mixes me in', { ms: 30, db: -12 }],
  ['a far loudspeaker', { ms: 600, db: -15 }],
  ['a headset without a cable', { ms: 200, db: -3 }],
] as const

for (const [way, { ms, db }] of returns) {
  test(
    `my own voice that comes back by ${way} is kept once, under me`,
    { tag: '@long' },
    async ({ launch, sound, folder }) => {
      const mine = toneSpeech({
        words: 8,
        firstNumber: 300,
        startSilenceMs: 500,
        sampleRate: 48_000,
      })
      const late = ms * 48
      const back = new Int16Array(mine.samples.length + late)
      for (const [n, value] of mine.samples.entries()) {
        back[n + late] = Math.round(value * 10 ** (db / 20))
      }
      const files = { mine: join(folder, 'mine.wav'), back: join(folder, 'back.wav') }
      writeWav(files.mine, mine)
      writeWav(files.back, { sampleRate: 48_000, samples: back })

      const parley = await launch({ realSound: true, env: sound.env })
      await chooseService(parley)
      await parley.value('settings:set', { sources: { microphone: true, system: true } })
      const id = await record(parley)
      await Promise.all([
        sound.play(mouthOf('desk'), files.mine),
        sound.play('speakers', files.back),
      ])
      const words = async () => {
        const shown = { microphone: 0, system: 0, hidden: 0 }
        for (const { source, echo, words: said } of finalTurns(await transcript(parley, id))) {
          if (isCaptured(source)) shown[echo ? 'hidden' : source] += said.length
        }
        return shown
      }
      const once = { microphone: 8, system: 0, hidden: 8 }
      await expect.poll(words, { timeout: 30_000 }).toEqual(once)
      await stop(parley)
      expect(await words()).toEqual(once)
    },
  )
}
