import { join } from 'node:path'
import { expect, test } from './fixtures'
import {
  chooseService,
  count,
  finalNumbers,
  record,
  stop,
  storedSound,
  toneFile,
  transcript,
  wordsOfWav,
} from './recording'
import { mouthOf } from './sound-server'

test('each side of a call has its own words, sound and session', async ({
  launch,
  sound,
  service,
  folder,
}) => {
  const mine = toneFile(join(folder, 'mine.wav'), { words: 12 })
  const theirs = toneFile(join(folder, 'theirs.wav'), { words: 12, firstNumber: 100 })
  const parley = await launch({ realSound: true, env: sound.env })
  await chooseService(parley)
  await parley.value('settings:set', { sources: { microphone: true, system: true } })
  const id = await record(parley)
  await Promise.all([sound.play(mouthOf('desk'), mine), sound.play('speakers', theirs)])
  await expect
    .poll(async () => {
      const meeting = await transcript(parley, id)
      return [finalNumbers(meeting, 'microphone'), finalNumbers(meeting, 'system')]
    })
    .toEqual([count(0, 12), count(100, 12)])
  await stop(parley)

  const meeting = await transcript(parley, id)
  expect(meeting.gaps).toEqual([])
  expect(meeting.meeting).toMatchObject({ textPercent: 100, missingSoundMs: 0 })
  expect(meeting.meeting.audio.map(({ source }) => source).sort()).toEqual(['microphone', 'system'])
  for (const [source, first] of [
    ['microphone', 0],
    ['system', 100],
  ] as const) {
    const heard = wordsOfWav(storedSound(parley, id, source)).map(({ number }) => number)
    expect(heard, source).toEqual(count(first, 12))
  }
  expect(service.log.sessions()).toHaveLength(2)
  expect(service.log.leaked()).toEqual([])
})
