import { join } from 'node:path'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import type { LaunchOptions, Parley } from './app'
import { startCompanyProxy } from './company-proxy'
import { expect, test as base } from './fixtures'
import { account, dialog, meetProxy, signIn } from './proxy-sign-in'
import {
  bringIn,
  chooseService,
  count,
  finalNumbers,
  microphoneFile,
  record,
  stop,
  transcript,
  waitForWord,
} from './recording'
import { expectProblem } from './screens'
import { hasSquid, squidInspects, startSquid, type Squid } from './squid'

/** Starts squid, behind which our own proxy stands for the internet. */
const test = base.extend<{ squid: (inspects: boolean) => Promise<Squid> }>({
  squid: async ({ folder, service }, provide, info) => {
    info.skip(!hasSquid, 'squid is not installed')
    const internet = await startCompanyProxy(folder, service.url)
    const running: Squid[] = []
    await provide(async (inspects) => {
      info.skip(inspects && !squidInspects, 'squid-openssl is not installed')
      const squid = await startSquid({ folder, account, parentPort: internet.port, inspects })
      running.push(squid)
      return squid
    })
    for (const squid of running) await squid.close()
    await internet.close()
  },
})

/** Starts the app behind this proxy, signed in at it. */
async function launchBehind(
  launch: (options: Partial<LaunchOptions>) => Promise<Parley>,
  folder: string,
  { port }: Squid,
): Promise<Parley> {
  const parley = await launch({
    microphone: microphoneFile(folder, { words: 6 }).path,
    serviceUrl: '',
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--ignore-certificate-errors'],
  })
  await meetProxy(parley)
  await signIn(parley)
  await expect(dialog(parley)).toBeHidden()
  await chooseService(parley)
  return parley
}

test('token, live text and jobs pass squid, which asks for a password', async ({
  launch,
  folder,
  squid,
}) => {
  const proxy = await squid(false)
  const parley = await launchBehind(launch, folder, proxy)
  const id = await record(parley)
  await waitForWord(parley, id, { number: 5, withinMs: 30_000 })
  await stop(parley)
  expect(finalNumbers(await transcript(parley, id))).toEqual(count(0, 6))

  const file = join(folder, 'Board.wav')
  writeWav(file, toneSpeech({ words: 6, sampleRate: 48_000, startSilenceMs: 700, pauseEvery: 3 }))
  const brought = await bringIn(parley, file)
  expect(finalNumbers(await transcript(parley, brought))).toEqual(count(0, 6))
  await parley.quit()
  // A tunnel is in the log when it is closed.
  const passed = () => proxy.log().filter((line) => line.includes('TCP_TUNNEL/200'))
  for (const host of ['streaming', 'api']) {
    const line = new RegExp(`CONNECT ${host}\\.assemblyai\\.com:443 ${account.user} `)
    await expect.poll(() => passed().join('\n')).toMatch(line)
  }
})

test('a squid that lets everything through but the live connection is named', async ({
  launch,
  folder,
  squid,
}) => {
  const proxy = await squid(true)
  const parley = await launchBehind(launch, folder, proxy)
  await record(parley)
  await expectProblem(parley.window, 'socket-blocked', 45_000)
  await stop(parley)
  expect(proxy.log().join('\n')).toMatch(
    /TCP_MISS\/200 .* GET https:\/\/streaming\.assemblyai\.com\/v3\/token/,
  )
})
