import { join } from 'node:path'
import { expect, test } from './fixtures'
import type { Parley } from './app'
import {
  chooseService,
  expectEveryWord,
  finalNumbers,
  record,
  stop,
  storedSound,
  toneFile,
  transcript,
  waitForWord,
  wordsOfWav,
  withoutHoles,
} from './recording'
import { mouthOf } from './sound-server'
import type { ToneWord } from '../speech/tones'

/** How soon another microphone must be recorded, with the time of a word, in ms. */
const changedMs = 2_000
/** How long it may take to find a new sound server, in ms. */
const serverMs = 30_000

async function microphone(parley: Parley) {
  const { sources } = await parley.value('recording:status', undefined)
  return sources.find(({ source }) => source === 'microphone')
}

/** Waits until the recorder knows a microphone of this name, and returns its id. */
async function deviceId(parley: Parley, name: string): Promise<string> {
  let id: string | undefined
  await expect
    .poll(async () => {
      const devices = await parley.value('devices:list', undefined)
      id = devices.find(({ label }) => label === name)?.deviceId
      return id
    })
    .toBeDefined()
  return id ?? ''
}

/** The words in the microphone's audio of a meeting, with their places. */
function heardWords(parley: Parley, id: string) {
  return wordsOfWav(storedSound(parley, id, 'microphone'))
}

/** When the speech of this word started, in ms: one word each half second. */
function startOf(word: ToneWord | undefined): number {
  return word === undefined ? NaN : word.startMs - (word.number % 500) * 500
}

test(
  'the microphone in use is unplugged: the default replaces it within 2 s, until it is back',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    sound.plugMicrophone('headset')
    const atHeadset = toneFile(join(folder, 'headset.wav'), { words: 60, pauseEvery: 100 })
    const atDesk = toneFile(join(folder, 'desk.wav'), {
      words: 60,
      firstNumber: 500,
      pauseEvery: 100,
    })
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    await parley.value('settings:set', { microphoneId: await deviceId(parley, 'headset') })
    const id = await record(parley)
    const { startedAt } = await parley.value('recording:status', undefined)
    const now = () => Date.now() - (startedAt ?? 0)

    void sound.play(mouthOf('headset'), atHeadset)
    void sound.play(mouthOf('desk'), atDesk)
    await expect.poll(async () => (await microphone(parley))?.label).toBe('headset')
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    const unpluggedAt = now()
    sound.unplug('headset')
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).notices[0]?.code)
      .toBe('microphone-replaced')
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    const pluggedAt = now()
    // Like a wireless headset, which changes its rate when its microphone is in use.
    sound.plugMicrophone('headset', 16_000)
    void sound.play(mouthOf('headset'), atHeadset)
    await expect.poll(async () => (await microphone(parley))?.label).toBe('headset')
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).notices)
      .toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    const { elapsedMs } = await parley.value('recording:status', undefined)
    await stop(parley)

    const heard = heardWords(parley, id)
    const first = heard.find(({ number }) => number >= 500)
    const back = heard.find(({ number, startMs }) => number < 500 && startMs > pluggedAt)
    expect((first?.startMs ?? Infinity) - unpluggedAt).toBeLessThan(changedMs)
    // Including the time to plug it in.
    expect((back?.startMs ?? Infinity) - pluggedAt).toBeLessThan(3_000)
    const meeting = await transcript(parley, id)
    const samples = meeting.meeting.audio[0]?.samples ?? 0
    expect(Math.abs(samples / 16 - elapsedMs)).toBeLessThan(700)
    // The same words were played to both at the same time, so the time line has not moved.
    const before = heard.filter(({ startMs }) => startMs < unpluggedAt)
    const began = startOf(before.at(-1))
    expect(Math.abs(startOf(first) - began)).toBeLessThan(150)
    // No word of the audio is missing in the text.
    expect(finalNumbers(meeting)).toEqual(heard.map(({ number }) => number))
  },
)

test(
  'a new default is followed while recording',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const atDesk = toneFile(join(folder, 'desk.wav'), { words: 40, pauseEvery: 100 })
    const atHeadset = toneFile(join(folder, 'headset.wav'), {
      words: 40,
      firstNumber: 500,
      pauseEvery: 100,
    })
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    void sound.play(mouthOf('desk'), atDesk)
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    sound.plugMicrophone('headset', 44_100)
    void sound.play(mouthOf('headset'), atHeadset)
    sound.setDefaultMicrophone('headset')
    const { elapsedMs: changedAt } = await parley.value('recording:status', undefined)
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    await stop(parley)
    const heard = heardWords(parley, id)
    const first = heard.find(({ number }) => number >= 500)
    expect((first?.startMs ?? Infinity) - changedAt).toBeLessThan(3_000)
    expect(
      heard.filter(({ number, startMs }) => number < 500 && startMs > (first?.startMs ?? 0)),
    ).toEqual([])
  },
)

test(
  'a microphone that delivers zeros is opened again, then reported, and the recording continues',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    await sound.play(mouthOf('desk'), toneFile(join(folder, 'before.wav'), { words: 4 }))
    // Nothing plays to the null sink: it delivers zeros from now on.
    const codes = async () =>
      (await parley.value('recording:status', undefined)).notices.map(({ code }) => code)
    await expect.poll(codes, { timeout: 20_000 }).toEqual(['microphone-silent'])
    const after = toneFile(join(folder, 'after.wav'), { words: 4, firstNumber: 4 })
    await sound.play(mouthOf('desk'), after)
    await waitForWord(parley, id, { number: 7, withinMs: 10_000 })
    await expect.poll(codes).toEqual([])
    await stop(parley)
    const meeting = await expectEveryWord(parley, id, { said: 8 })
    expect(withoutHoles(meeting.gaps)).toEqual([])
  },
)

test(
  'processing can change while recording, and no audio is lost',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    const path = toneFile(join(folder, 'said.wav'), { words: 24, pauseEvery: 100 })
    const playing = sound.play(mouthOf('desk'), path)
    const quiet = { echoCancellation: false, noiseSuppression: false }
    for (const autoGainControl of [true, false, true]) {
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      await parley.value('settings:set', { processing: { ...quiet, autoGainControl } })
    }
    await playing
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await stop(parley)
    const meeting = await transcript(parley, id)
    const heard = heardWords(parley, id)
    const starts = heard.map(startOf)
    // The change may cut a word in two, but the time line does not move.
    expect(heard.length).toBeGreaterThanOrEqual(21)
    expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(150)
    expect(withoutHoles(meeting.gaps)).toEqual([])
  },
)

test(
  'a sound server that crashes and restarts is recorded again, in the same recording',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    const say = (name: string, firstNumber: number) =>
      sound.play(mouthOf('desk'), toneFile(join(folder, name), { words: 4, firstNumber }))
    await say('before.wav', 0)
    await waitForWord(parley, id, { number: 3, withinMs: 10_000 })
    await sound.kill()
    await expect.poll(async () => (await microphone(parley))?.state).toBe('away')
    await sound.start()
    await expect
      .poll(async () => (await microphone(parley))?.state, { timeout: serverMs })
      .toBe('on')
    await say('after.wav', 4)
    await waitForWord(parley, id, { number: 7, withinMs: 15_000 })
    await stop(parley)
    const { gaps } = await transcript(parley, id)
    expect(gaps.map(({ reason, sound: has }) => [reason, has])).toEqual([['device', false]])
    expect(heardWords(parley, id).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  },
)

test(
  'after a sound server was restarted, the second press of Record finds its microphone',
  { tag: '@long' },
  async ({ launch, sound }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    await deviceId(parley, 'desk')
    await sound.kill()
    await sound.start()
    await parley.value('recording:start', undefined)
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).state)
      .not.toBe('starting')
    const { state, notices } = await parley.value('recording:status', undefined)
    expect([state, ...notices.map(({ code }) => code)]).toEqual(['idle', 'no-microphone'])
    await record(parley)
    await stop(parley)
  },
)
