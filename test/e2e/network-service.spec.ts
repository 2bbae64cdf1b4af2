import type { Parley } from './app'
import { proxySwitches, startCompanyProxy } from './company-proxy'
import { expect, test } from './fixtures'
import { processTree } from './process-tree'
import { account, dialog, meetProxy, signIn } from './proxy-sign-in'
import {
  chooseService,
  finalNumbers,
  microphoneFile,
  record,
  stop,
  storedSound,
  transcript,
  waitForWord,
  wordsOfWav,
} from './recording'

/** Kills the process of Chromium that has all connections. */
function crashNetworkService(parley: Parley): void {
  const tree = processTree(parley.app.process().pid ?? 0)
  const found = tree.find(({ command }) => command.includes('network.mojom.NetworkService'))
  if (found === undefined) throw new Error('No network service')
  process.kill(found.pid, 'SIGKILL')
}

/** The network service crashes while somebody speaks; all words of the sound are there in the end. */
async function recordThroughCrash(parley: Parley): Promise<void> {
  await chooseService(parley)
  const id = await record(parley)
  await waitForWord(parley, id, { number: 2, withinMs: 30_000 })
  crashNetworkService(parley)
  await waitForWord(parley, id, { number: 23, withinMs: 60_000 })
  await stop(parley)
  await expectWordsOfSound(parley, id)
}

/** Words that were on their way come back when the gap is filled. */
async function expectWordsOfSound(parley: Parley, id: string): Promise<void> {
  const words = async () => finalNumbers(await transcript(parley, id))
  const inSound = wordsOfWav(storedSound(parley, id)).map(({ number }) => number)
  await expect.poll(words, { timeout: 30_000 }).toEqual(inSound)
}

const parameters = { expiresInSeconds: 60, maxSessionDurationSeconds: 60 }

test(
  'live text and requests go on after a crash of the network service',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 24 })
    const parley = await launch({ microphone: path })
    await recordThroughCrash(parley)
    expect(await parley.value('tokens:try', parameters)).toMatchObject({ status: 200, error: null })
  },
)

test(
  'the password of a proxy is known after a crash of the network service',
  { tag: '@long' },
  async ({ launch, folder, service }) => {
    const company = await startCompanyProxy(folder, service.url, account)
    try {
      const { path } = microphoneFile(folder, { words: 24 })
      const args = proxySwitches(company)
      const parley = await launch({ microphone: path, serviceUrl: '', args })
      await meetProxy(parley)
      await signIn(parley)
      await expect(dialog(parley)).toBeHidden()
      await recordThroughCrash(parley)
      await expect(dialog(parley)).toBeHidden()
    } finally {
      await company.close()
    }
  },
)
