import { join } from 'node:path'
import { messages } from '../../preload/messages'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import { expect, test } from './fixtures'
import { chooseService, finalTurns, record, stop, transcript } from './recording'
import { mouthOf } from './sound-server'

const text = messages.meeting.echo

test('what the loudspeaker says into the microphone is hidden, what a person says is not', async ({
  launch,
  sound,
  folder,
}) => {
  const theirs = toneSpeech({ words: 8, firstNumber: 100, startSilenceMs: 300, sampleRate: 48_000 })
  const mine = toneSpeech({ words: 5, firstNumber: 700, sampleRate: 48_000 })
  const heardBy = new Int16Array(theirs.samples.length + 48_000 * 2 + mine.samples.length)
  // The loudspeaker at -10 dB, 120 ms late; two seconds later the person.
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
    const said = { system: 0, microphone: 0, file: 0, echo: 0 }
    for (const turn of await turns()) {
      said[turn.echo ? 'echo' : turn.source] += turn.words.length
      if (turn.echo) expect(turn.source).toBe('microphone')
    }
    return said
  }
  await expect
    .poll(words, { timeout: 30_000 })
    .toEqual({ system: 8, microphone: 5, file: 0, echo: 8 })
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
})
