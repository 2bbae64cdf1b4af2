import { join } from 'node:path'
import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  bringIn,
  chooseService,
  count,
  finalNumbers,
  record,
  stop,
  storedSound,
  toneFile,
  transcript,
  waitForWord,
  wordsOfWav,
} from './recording'
import { expectProblem, openSettings } from './screens'
import { startSoundProxy } from './sound-proxy'
import { mouthOf, type SoundServer } from './sound-server'

/** Both ways in which words can be lost: in the sound, or on the way to the text. */
async function expectWords(parley: Parley, id: string, numbers: number[]): Promise<void> {
  const heard = wordsOfWav(storedSound(parley, id, 'system')).map(({ number }) => number)
  expect(heard, 'words in the sound').toEqual(numbers)
  expect(finalNumbers(await transcript(parley, id), 'system'), 'words in the text').toEqual(numbers)
}

async function recordSystem(parley: Parley, microphone = false): Promise<string> {
  await chooseService(parley)
  await parley.value('settings:set', { sources: { microphone, system: true } })
  const id = await record(parley)
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).sources[1]?.state)
    .toBe('on')
  return id
}

const codes = async (parley: Parley) =>
  (await parley.value('recording:status', undefined)).notices.map(({ code }) => code)

for (const soundServer of ['pulseaudio', 'pipewire'] as const) {
  test.describe(soundServer, () => {
    test.use({ soundServer })
    const tag = soundServer === 'pipewire' ? ['@long'] : []

    test(
      'a call on an output that is not the default is heard, whatever happens to the outputs',
      { tag: '@long' },
      async ({ launch, sound, folder }) => {
        sound.plugSpeakers('headset')
        const parley = await launch({ realSound: true, env: sound.env })
        const id = await recordSystem(parley)
        const path = toneFile(join(folder, 'call.wav'), { words: 40 })
        const call = sound.play('headset', path)
        await waitForWord(parley, id, { number: 2, withinMs: 20_000 })
        sound.plugSpeakers('dock')
        await waitForWord(parley, id, { number: 8, withinMs: 20_000 })
        sound.movePrograms('dock')
        await waitForWord(parley, id, { number: 14, withinMs: 20_000 })
        sound.setDefaultSpeakers('dock')
        sound.muteSpeakers('dock', true)
        await waitForWord(parley, id, { number: 20, withinMs: 20_000 })
        // The output goes away with the call on it: the server moves the call to another.
        sound.muteSpeakers('dock', false)
        sound.unplug('dock')
        await call
        await sound.play(
          'headset',
          toneFile(join(folder, 'more.wav'), { words: 4, firstNumber: 40 }),
        )
        await waitForWord(parley, id, { number: 43, withinMs: 20_000 })
        await stop(parley)
        const heard = wordsOfWav(storedSound(parley, id, 'system')).map(({ number }) => number)
        const lost = count(0, 44).filter((number) => !heard.includes(number))
        // Each of the two moves may cut into one word.
        expect(lost.length, `lost: ${lost.join(' ')}`).toBeLessThanOrEqual(2)
        expect(heard).toEqual(count(0, 44).filter((number) => !lost.includes(number)))
        expect(await codes(parley)).toEqual([])
      },
    )

    test(
      'programs on several outputs are heard together, and not once the microphone',
      { tag },
      async ({ launch, sound, folder }) => {
        sound.plugSpeakers('headset')
        const parley = await launch({ realSound: true, env: sound.env })
        const id = await recordSystem(parley)
        const file = (name: string, firstNumber: number) =>
          toneFile(join(folder, name), { words: 5, firstNumber })
        await sound.play('headset', file('first.wav', 0))
        // The program that was heard has ended: what is said into the microphone now is not the call.
        await sound.play(mouthOf('desk'), file('mine.wav', 900))
        await sound.play('speakers', file('second.wav', 5))
        await waitForWord(parley, id, { number: 9, withinMs: 20_000 })
        await stop(parley)
        await expectWords(parley, id, count(0, 10))
      },
    )
  })
}

test(
  'a server that records no single program is heard by the monitors of its outputs',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    sound.plugSpeakers('headset')
    const proxy = await startSoundProxy(folder, sound, 'programs')
    try {
      const parley = await launch({ realSound: true, env: proxy.env })
      const id = await recordSystem(parley)
      const file = (name: string, firstNumber: number) =>
        toneFile(join(folder, name), { words: 8, firstNumber, startSilenceMs: 3_000 })
      // While the streams are refused nothing is heard, so the first call says its words after it.
      await sound.play('headset', file('first.wav', 0))
      await sound.play('speakers', file('second.wav', 8))
      await waitForWord(parley, id, { number: 15, withinMs: 20_000 })
      await stop(parley)
      await expectWords(parley, id, count(0, 16))
      expect(await codes(parley)).toEqual([])
    } finally {
      proxy.close()
    }
  },
)

test(
  'without an answer of the server the default output is heard, and that is said',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const proxy = await startSoundProxy(folder, sound, 'everything')
    try {
      const parley = await launch({ realSound: true, env: proxy.env })
      const id = await recordSystem(parley)
      await expectProblem(parley.window, 'system-default-only')
      await sound.play('speakers', toneFile(join(folder, 'call.wav'), { words: 8 }))
      await waitForWord(parley, id, { number: 7, withinMs: 20_000 })
      await stop(parley)
      await expectWords(parley, id, count(0, 8))
    } finally {
      proxy.close()
    }
  },
)

test(
  'words said at the same time on both sides have the same time',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    const id = await recordSystem(parley, true)
    await both(sound, folder, 10)
    await waitForWord(parley, id, { number: 509, withinMs: 20_000 })
    await stop(parley)
    const times = (source: 'microphone' | 'system') =>
      wordsOfWav(storedSound(parley, id, source)).map(
        ({ number, startMs }) => [number % 500, startMs] as const,
      )
    const theirs = new Map(times('system'))
    // A sound server without processor time swallows a word at times.
    const apart = times('microphone').flatMap(([number, at]) => {
      const other = theirs.get(number)
      return other === undefined ? [] : [at - other]
    })
    expect(apart.length).toBeGreaterThanOrEqual(8)
    const middle = apart.toSorted((a, b) => a - b)[Math.floor(apart.length / 2)] ?? NaN
    expect(Math.abs(middle), `apart by ${apart.join(' ')} ms`).toBeLessThanOrEqual(60)
  },
)

/** Both sides say as many words, from one sink each, at the same time. */
async function both(sound: SoundServer, folder: string, words: number): Promise<void> {
  const mine = toneFile(join(folder, 'mine.wav'), { words, startSilenceMs: 1_000 })
  const theirs = toneFile(join(folder, 'theirs.wav'), {
    words,
    firstNumber: 500,
    startSilenceMs: 1_000,
  })
  await Promise.all([sound.play(mouthOf('desk'), mine), sound.play('speakers', theirs)])
}

test(
  'a muted monitor is reported within 15 s, and one press unmutes it',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    sound.muteMicrophone('speakers.monitor', true)
    const id = await recordSystem(parley)
    const long = toneFile(join(folder, 'long.wav'), { words: 40 })
    const playing = sound.play('speakers', long)
    await expect.poll(() => codes(parley), { timeout: 15_000 }).toEqual(['system-monitor-muted'])
    await parley.window.getByRole('button', { name: messages.shell.banner.unmute }).click()
    await expect.poll(() => codes(parley), { timeout: 15_000 }).toEqual([])
    await waitForWord(parley, id, { number: 30, withinMs: 20_000 })
    await playing
    await stop(parley)
  },
)

test(
  'what Parley plays is not part of the meeting',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    const { window } = parley
    const old = await bringIn(
      parley,
      toneFile(join(folder, 'old.wav'), { words: 9, firstNumber: 700 }),
    )
    const id = await recordSystem(parley)
    await window.locator(`[data-meeting="${old}"]`).click()
    await window.getByRole('button', { name: messages.meeting.review.play, exact: true }).click()
    await sound.play('speakers', toneFile(join(folder, 'call.wav'), { words: 6 }))
    await waitForWord(parley, id, { number: 5, withinMs: 20_000 })
    const { hearsOwnSound, notices } = await parley.value('recording:status', undefined)
    expect([hearsOwnSound, notices]).toEqual([false, []])
    await parley.value('recording:stop', undefined)
    await expectWords(parley, id, count(0, 6))
  },
)

test(
  'one program is recorded if it is chosen; another that plays is offered',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    const { window } = parley
    const file = (name: string, words: number, firstNumber: number) =>
      toneFile(join(folder, name), { words, firstNumber })
    await parley.value('settings:set', { sources: { microphone: false, system: true } })
    const zoom = sound.play('speakers', file('zoom.wav', 20, 0), 'zoom')
    await openSettings(window, 'audio')
    await window.getByRole('combobox', { name: messages.settings.audio.programs }).click()
    await window
      .getByRole('option', { name: messages.settings.audio.onlyProgram('paplay') })
      .click()
    await expect
      .poll(async () => (await parley.value('settings:get', undefined)).systemProgram)
      .toBe('zoom')
    await zoom
    const id = await recordSystem(parley)
    await Promise.all([
      sound.play('speakers', file('call.wav', 6, 100), 'zoom'),
      sound.play('speakers', file('music.wav', 6, 200), 'player'),
    ])
    await waitForWord(parley, id, { number: 105, withinMs: 20_000 })
    expect(await codes(parley)).toEqual([])
    const other = sound.play('speakers', file('other.wav', 30, 300), 'player')
    await expect.poll(() => codes(parley), { timeout: 15_000 }).toEqual(['system-not-chosen'])
    await window.getByRole('button', { name: messages.shell.banner.recordEverything }).click()
    await expect.poll(() => codes(parley), { timeout: 15_000 }).toEqual([])
    await waitForWord(parley, id, { number: 329, withinMs: 20_000 })
    await other
    await stop(parley)
    const heard = finalNumbers(await transcript(parley, id), 'system')
    expect(heard.filter((number) => number < 300)).toEqual(count(100, 6))
  },
)
