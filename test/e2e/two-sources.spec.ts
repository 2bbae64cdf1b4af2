import { join } from 'node:path'
import type { SettingsPatch, Transcript } from '../../common/model'
import { readWav, writeWav } from '../speech/wav'
import { wordErrorRate } from '../speech/word-error-rate'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  chooseService,
  count,
  finalNumbers,
  finalTurns,
  record,
  stop,
  storedSound,
  toneFile,
  transcript,
  unprocessed,
  waitForWord,
  wordsOfWav,
  withoutHoles,
} from './recording'
import { mouthOf, type SoundServer } from './sound-server'

const both: SettingsPatch = { sources: { microphone: true, system: true } }

interface Call {
  readonly folder: string
  readonly name: string
  readonly words: number
  readonly first?: number
}

/** Both sides speak at the same time; each side has its own numbers. */
async function call(sound: SoundServer, { folder, name, words, first = 0 }: Call) {
  const mine = toneFile(join(folder, `mine-${name}.wav`), { words, firstNumber: first })
  const theirs = toneFile(join(folder, `theirs-${name}.wav`), { words, firstNumber: 500 + first })
  await Promise.all([sound.play(mouthOf('desk'), mine), sound.play('speakers', theirs)])
}

interface Words {
  readonly mine: number[]
  readonly theirs: number[]
}

async function waitForBoth(parley: Parley, id: string, { mine, theirs }: Words) {
  await expect
    .poll(
      async () => {
        const meeting = await transcript(parley, id)
        return [finalNumbers(meeting, 'microphone'), finalNumbers(meeting, 'system')]
      },
      { timeout: 20_000 },
    )
    .toEqual([mine, theirs])
}

/** Expects that the text of a source has the words of its audio, each at its place. */
async function expectSource(
  parley: Parley,
  id: string,
  { source, numbers }: { readonly source: 'microphone' | 'system'; readonly numbers: number[] },
): Promise<Transcript> {
  const meeting = await transcript(parley, id)
  const heard = wordsOfWav(storedSound(parley, id, source))
  expect(
    heard.map(({ number }) => number),
    `words in the sound of ${source}`,
  ).toEqual(numbers)
  expect(finalNumbers(meeting, source), `words in the text of ${source}`).toEqual(numbers)
  const words = finalTurns(meeting)
    .filter((turn) => turn.source === source)
    .flatMap((turn) => turn.words)
  const off = words.map((word, index) => Math.abs(word.startMs - (heard[index]?.startMs ?? NaN)))
  expect(Math.max(...off), `ms between the words of ${source} and its sound`).toBeLessThan(100)
  return meeting
}

test('each side of a call has its own words, audio and session', async ({
  launch,
  sound,
  service,
  folder,
}) => {
  const parley = await launch({ realSound: true, env: sound.env })
  await chooseService(parley)
  await parley.value('settings:set', both)
  const id = await record(parley)
  await call(sound, { folder, name: 'all', words: 8 })
  await waitForBoth(parley, id, { mine: count(0, 8), theirs: count(500, 8) })
  await stop(parley)
  await expectSource(parley, id, { source: 'microphone', numbers: count(0, 8) })
  const meeting = await expectSource(parley, id, { source: 'system', numbers: count(500, 8) })
  expect(withoutHoles(meeting.gaps)).toEqual([])
  expect(meeting.meeting).toMatchObject({ textPercent: 100, missingSoundMs: 0 })
  expect(service.log.sessions()).toHaveLength(2)
  expect(service.log.leaked()).toEqual([])
})

test(
  'sources can be turned on and off while recording, also both, and keep their places',
  { tag: '@long' },
  async ({ launch, sound, service, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    const switchTo = async (microphone: boolean, system: boolean) => {
      await parley.value('settings:set', { sources: { microphone, system } })
      await expect
        .poll(async () => {
          const { sources } = await parley.value('recording:status', undefined)
          return sources.map(({ state }) => state)
        })
        .toEqual([microphone ? 'on' : 'off', system ? 'on' : 'off'])
    }
    await call(sound, { folder, name: 'first', words: 4 })
    await waitForWord(parley, id, { number: 3, withinMs: 10_000 })
    await switchTo(false, false)
    await expect.poll(() => service.log.open().length, { timeout: 10_000 }).toBe(0)
    await call(sound, { folder, name: 'nobody', words: 4, first: 4 })
    expect((await parley.value('recording:status', undefined)).state).toBe('recording')
    await switchTo(false, true)
    await call(sound, { folder, name: 'theirs', words: 4, first: 8 })
    await switchTo(true, true)
    await call(sound, { folder, name: 'both', words: 4, first: 12 })
    const mine = [...count(0, 4), ...count(12, 4)]
    const theirs = [...count(508, 4), ...count(512, 4)]
    await waitForBoth(parley, id, { mine, theirs })
    await stop(parley)
    await expectSource(parley, id, { source: 'microphone', numbers: mine })
    const meeting = await expectSource(parley, id, { source: 'system', numbers: theirs })
    expect(withoutHoles(meeting.gaps)).toEqual([])
    expect(meeting.meeting.textPercent).toBe(100)
    expect(service.log.leaked()).toEqual([])
    // Both were said at the same time, and have the same times in both files.
    const at = (source: 'microphone' | 'system', number: number) =>
      wordsOfWav(storedSound(parley, id, source)).find((word) => word.number === number)?.startMs ??
      NaN
    expect(Math.abs(at('microphone', 12) - at('system', 512))).toBeLessThan(300)
  },
)

test(
  'one session transcribes both sides, and each word is assigned to its side',
  { tag: '@long' },
  async ({ launch, sound, service, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    await parley.value('settings:set', { ...both, sessions: 'one' })
    const id = await record(parley)
    const speak = async (device: string, name: string, firstNumber: number) =>
      sound.play(device, toneFile(join(folder, `${name}.wav`), { words: 3, firstNumber }))
    // They alternate without a pause that would end a turn of the session.
    for (let round = 0; round < 3; round += 1) {
      await speak(mouthOf('desk'), `mine-${round}`, round * 3)
      await speak('speakers', `theirs-${round}`, 500 + round * 3)
    }
    await waitForBoth(parley, id, { mine: count(0, 9), theirs: count(500, 9) })
    await stop(parley)
    await expectSource(parley, id, { source: 'microphone', numbers: count(0, 9) })
    const meeting = await expectSource(parley, id, { source: 'system', numbers: count(500, 9) })
    expect(withoutHoles(meeting.gaps)).toEqual([])
    expect(meeting.meeting.textPercent).toBe(100)
    expect(service.log.sessions()).toHaveLength(1)
    expect(service.log.leaked()).toEqual([])
  },
)

test(
  'the other side is recorded through new headphones, too',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    await parley.value('settings:set', { sources: { microphone: false, system: true } })
    const id = await record(parley)
    const part = (name: string, firstNumber: number) =>
      toneFile(join(folder, name), { words: 4, firstNumber })
    await sound.play('speakers', part('first.wav', 0))
    sound.plugSpeakers('headphones')
    sound.setDefaultSpeakers('headphones')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    await sound.play('headphones', part('second.wav', 4))
    await waitForWord(parley, id, { number: 7, withinMs: 10_000 })
    await stop(parley)
    await expectSource(parley, id, { source: 'system', numbers: count(0, 8) })
  },
)

test(
  'without a microphone the system audio is recorded, and the other way round',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    sound.unplug('desk')
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    await parley.value('settings:set', both)
    const id = await record(parley)
    const status = () => parley.value('recording:status', undefined)
    await expect
      .poll(async () => (await status()).notices.map(({ code }) => code))
      .toEqual(['no-microphone'])
    expect((await status()).sources.map(({ state }) => state)).toEqual(['away', 'on'])
    await sound.play('speakers', toneFile(join(folder, 'theirs.wav'), { words: 4 }))
    await waitForWord(parley, id, { number: 3, withinMs: 10_000 })
    // A microphone that is connected later is used automatically.
    sound.plugMicrophone('desk')
    await expect.poll(async () => (await status()).sources[0]?.state).toBe('on')
    await sound.play(
      mouthOf('desk'),
      toneFile(join(folder, 'mine.wav'), { words: 4, firstNumber: 4 }),
    )
    await waitForBoth(parley, id, { mine: count(4, 4), theirs: count(0, 4) })
    await stop(parley)
    expect(withoutHoles((await transcript(parley, id)).gaps)).toEqual([])
  },
)

test(
  'a computer without audio reports that for each source, and nothing stays in the list',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch({
      realSound: true,
      env: { PULSE_SERVER: `unix:${join(folder, 'nobody')}` },
    })
    await parley.value('settings:set', both)
    await parley.value('recording:start', undefined)
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).state)
      .toBe('idle')
    const { notices } = await parley.value('recording:status', undefined)
    expect(notices.map(({ code }) => code).sort()).toEqual(['no-microphone', 'system-unsupported'])
    expect(await parley.meetings()).toEqual([])
  },
)

test(
  'the on-device engine transcribes real speech on both sides under the right names',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const { sampleRate, samples } = readWav(process.env.PARLEY_SPEECH ?? '')
    const cut = 3.2 * sampleRate
    const write = (name: string, part: Int16Array) => {
      const path = join(folder, name)
      writeWav(path, { sampleRate, samples: part })
      return path
    }
    const mine = write('mine.wav', samples.slice(0, cut))
    const theirs = write('theirs.wav', samples.slice(cut))
    const parley = await launch({ realSound: true, env: sound.env })
    await parley.value('settings:set', { ...unprocessed, ...both })
    await expect
      .poll(async () => (await parley.value('local-engine:state', undefined)).state, {
        timeout: 30_000,
      })
      .toBe('ready')
    const id = await record(parley)
    await Promise.all([sound.play(mouthOf('desk'), mine), sound.play('speakers', theirs)])
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    await stop(parley)
    const turns = finalTurns(await transcript(parley, id))
    const said = (source: 'microphone' | 'system') =>
      turns
        .filter((turn) => turn.source === source)
        .map(({ text }) => text)
        .join(' ')
    const [me, others] = [said('microphone'), said('system')]
    expect(wordErrorRate('And so my fellow Americans', me), me).toBeLessThanOrEqual(0.2)
    const answer = 'ask not what your country can do for you ask what you can do for your country'
    expect(wordErrorRate(answer, others), others).toBeLessThanOrEqual(0.1)
  },
)
