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
} from './recording'
import { mouthOf } from './sound-server'
import type { ToneWord } from '../speech/tones'

/** So soon another microphone must be heard, with the time that a word takes. */
const changedMs = 2_000
/** So long a new sound server may take to be found. */
const serverMs = 30_000

async function microphone(parley: Parley) {
  const { sources } = await parley.value('recording:status', undefined)
  return sources.find(({ source }) => source === 'microphone')
}

/** The id of a microphone by its name, once the recorder has seen it. */
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

/** The words that a meeting's microphone has, and where they stand in its sound. */
function heardWords(parley: Parley, id: string) {
  return wordsOfWav(storedSound(parley, id, 'microphone'))
}

/** When the speech began of which this is a word, in ms: a word each half second. */
function startOf(word: ToneWord | undefined): number {
  return word === undefined ? NaN : word.startMs - (word.number % 500) * 500
}

test('the microphone in use is unplugged: the default is heard within 2 s, and it again when it is back', async ({
  launch,
  sound,
  folder,
}) => {
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
  sound.unplugMicrophone('headset')
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).notices[0]?.code)
    .toBe('microphone-replaced')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  const pluggedAt = now()
  // As one without a wire, which has another rate once its microphone is in use.
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
  // With the time that it takes to plug it in.
  expect((back?.startMs ?? Infinity) - pluggedAt).toBeLessThan(3_000)
  const meeting = await transcript(parley, id)
  const samples = meeting.meeting.audio[0]?.samples ?? 0
  expect(Math.abs(samples / 16 - elapsedMs)).toBeLessThan(700)
  // Both were spoken into at the same time, word for word: the time line has not moved.
  const before = heard.filter(({ startMs }) => startMs < unpluggedAt)
  const began = startOf(before.at(-1))
  expect(Math.abs(startOf(first) - began)).toBeLessThan(150)
  // Nothing that is in the sound is missing in the text.
  expect(finalNumbers(meeting)).toEqual(heard.map(({ number }) => number))
})

test('a new default is followed while recording', async ({ launch, sound, folder }) => {
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
})

test('a microphone that gives zeros is opened anew, then told, and the recording goes on', async ({
  launch,
  sound,
  folder,
}) => {
  const parley = await launch({ realSound: true, env: sound.env })
  await chooseService(parley)
  const id = await record(parley)
  await sound.play(mouthOf('desk'), toneFile(join(folder, 'before.wav'), { words: 4 }))
  // Nobody speaks into a null sink: it gives zeros from now on.
  const codes = async () =>
    (await parley.value('recording:status', undefined)).notices.map(({ code }) => code)
  await expect.poll(codes, { timeout: 20_000 }).toEqual(['microphone-silent'])
  const after = toneFile(join(folder, 'after.wav'), { words: 4, firstNumber: 4 })
  await sound.play(mouthOf('desk'), after)
  await waitForWord(parley, id, 7, 10_000)
  await expect.poll(codes).toEqual([])
  await stop(parley)
  const meeting = await expectEveryWord(parley, id, 8)
  expect(meeting.gaps).toEqual([])
})

test('processing is changed while recording, and nothing is lost of it', async ({
  launch,
  sound,
  folder,
}) => {
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
  // A word at the moment of the change may be cut in two; the time line does not move.
  expect(heard.length).toBeGreaterThanOrEqual(21)
  expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(150)
  expect(meeting.gaps).toEqual([])
})

test('a sound server that crashes and is started again is heard again, in the same recording', async ({
  launch,
  sound,
  folder,
}) => {
  const parley = await launch({ realSound: true, env: sound.env })
  await chooseService(parley)
  const id = await record(parley)
  const say = (name: string, firstNumber: number) =>
    sound.play(mouthOf('desk'), toneFile(join(folder, name), { words: 4, firstNumber }))
  await say('before.wav', 0)
  await waitForWord(parley, id, 3, 10_000)
  await sound.kill()
  await expect.poll(async () => (await microphone(parley))?.state).toBe('away')
  await sound.start()
  await expect.poll(async () => (await microphone(parley))?.state, { timeout: serverMs }).toBe('on')
  await say('after.wav', 4)
  await waitForWord(parley, id, 7, 15_000)
  await stop(parley)
  const { gaps } = await transcript(parley, id)
  expect(gaps.map(({ reason, sound: has }) => [reason, has])).toEqual([['device', false]])
  expect(heardWords(parley, id).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('after a sound server was started anew, the second press of Record finds its microphone', async ({
  launch,
  sound,
}) => {
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
})
