import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { startUpdateServer } from '../main/update/server'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import { proxySwitches, startCompanyProxy, type CompanyProxy } from './company-proxy'
import { expect, test as base } from './fixtures'
import {
  bringIn,
  chooseService,
  count,
  finalNumbers,
  microphoneFile,
  record,
  recordButton,
  recordingId,
  stop,
  transcript,
  waitForWord,
} from './recording'
import { account, dialog, meetProxy, signIn } from './proxy-sign-in'
import { expectProblem } from './screens'

const text = messages.shell.proxy

const test = base.extend<{ company: CompanyProxy }>({
  company: async ({ folder, service }, provide) => {
    const proxy = await startCompanyProxy(folder, service.url, account)
    await provide(proxy)
    await proxy.close()
  },
})

/** Uses the service's real hosts, to which the proxy alone leads. */
const behind = (company: CompanyProxy) => ({ serviceUrl: '', args: proxySwitches(company) })

test(
  'a proxy with a password is asked about once, and then token, socket, jobs and the next start pass',
  { tag: '@long' },
  async ({ launch, folder, company }) => {
    test.setTimeout(180_000)
    const { path } = microphoneFile(folder, { words: 6 })
    const parley = await launch({ microphone: path, ...behind(company) })
    await meetProxy(parley)
    await expect(dialog(parley)).toContainText(`127.0.0.1:${company.port}`)

    // A wrong password is said, and not tried again and again.
    const askedBefore = company.asked()
    await signIn(parley, 'wrong')
    await expectProblem(parley.window, 'proxy-rejected')
    expect(company.asked() - askedBefore).toBeLessThan(6)

    await signIn(parley)
    await expect(dialog(parley)).toBeHidden()
    await chooseService(parley)
    const id = await record(parley)
    await waitForWord(parley, id, { number: 5, withinMs: 30_000 })
    await stop(parley)
    expect(parley.output()).not.toContain('uncaught')
    expect(finalNumbers(await transcript(parley, id))).toEqual(count(0, 6))

    const file = join(folder, 'Board.wav')
    writeWav(file, toneSpeech({ words: 6, sampleRate: 48_000, startSilenceMs: 700, pauseEvery: 3 }))
    const brought = await bringIn(parley, file)
    expect(finalNumbers(await transcript(parley, brought))).toEqual(count(0, 6))
    expect(parley.output()).not.toContain(account.password)
    await parley.quit()

    // The keychain has it at the next start.
    const again = await launch({ microphone: path, ...behind(company) })
    await chooseService(again)
    const second = await record(again)
    await waitForWord(again, second, { number: 5, withinMs: 30_000 })
    await stop(again)
    await expect(dialog(again)).toBeHidden()
    await again.quit()

    // The company changes the password.
    company.setAccount({ ...account, password: 'another secret' })
    const third = await launch(behind(company))
    await meetProxy(third)
    await expectProblem(third.window, 'proxy-rejected')
    await signIn(third, 'another secret')
    await expect(dialog(third)).toBeHidden()
    await chooseService(third)
  },
)

for (const [how, settings] of [
  [
    'an automatic configuration',
    (port: number) => ({
      args: [
        `--proxy-pac-url=data:application/x-ns-proxy-autoconfig,${encodeURIComponent(
          `function FindProxyForURL(url, host) { return 'PROXY 127.0.0.1:${port}' }`,
        )}`,
        '--ignore-certificate-errors',
      ],
    }),
  ],
  [
    'the settings of the system',
    (port: number) => ({
      args: ['--ignore-certificate-errors'],
      env: { https_proxy: `http://127.0.0.1:${port}`, XDG_CURRENT_DESKTOP: '' },
    }),
  ],
] as const) {
  test(
    `a proxy with a password is found through ${how}`,
    { tag: '@long' },
    async ({ launch, folder, company }) => {
      const { path } = microphoneFile(folder, { words: 4 })
      const parley = await launch({ microphone: path, serviceUrl: '', ...settings(company.port) })
      await meetProxy(parley)
      await signIn(parley)
      await expect(dialog(parley)).toBeHidden()
      await chooseService(parley)
      const id = await record(parley)
      await waitForWord(parley, id, { number: 3, withinMs: 30_000 })
      await stop(parley)
    },
  )
}

test(
  'whoever does not sign in keeps the sound, and has live text as soon as he signs in',
  { tag: '@long' },
  async ({ launch, folder, company }) => {
    test.setTimeout(180_000)
    company.setAccount(null)
    const { path } = microphoneFile(folder, { words: 40 })
    const parley = await launch({ microphone: path, ...behind(company) })
    await chooseService(parley)
    company.setAccount(account)
    // The dialog can be faster than the Stop button, which nobody can press under it.
    await recordButton(parley.window).click()
    await expect(dialog(parley)).toBeVisible({ timeout: 30_000 })
    await dialog(parley).getByRole('button', { name: text.later }).click()
    await expect(dialog(parley)).toBeHidden()
    const id = await recordingId(parley)
    await expectProblem(parley.window, 'proxy-sign-in-needed', 30_000)
    // The waits between tries have become long.
    await expect.poll(() => company.asked(), { timeout: 90_000 }).toBeGreaterThan(12)
    await parley.window.getByRole('button', { name: text.signIn }).click()
    await expect(dialog(parley)).toBeVisible()
    await signIn(parley)
    await expect(dialog(parley)).toBeHidden()
    const connection = async () => (await parley.value('recording:status', undefined)).connection
    await expect.poll(connection, { timeout: 5_000 }).toMatch(/^(live|catching-up)$/)
    await waitForWord(parley, id, { number: 12, withinMs: 60_000 })
    await stop(parley)
  },
)

test('an update comes through a proxy with a password', async ({ launch, folder, company }) => {
  const server = await startUpdateServer()
  try {
    server.release('9.9.9', 'a program')
    const parley = await launch({
      env: { APPIMAGE: join(folder, 'Parley.AppImage'), XDG_CACHE_HOME: join(folder, 'cache') },
      args: [
        ...proxySwitches(company),
        '--proxy-bypass-list=<-loopback>',
        `--update-url=${server.url}`,
        `--update-key=${server.publicKey}`,
      ],
    })
    await signIn(parley)
    await expect(dialog(parley)).toBeHidden()
    const stage = async () => (await parley.value('update:state', undefined)).stage
    await expect.poll(stage, { timeout: 30_000 }).toBe('ready')
    expect(company.hosts()).toEqual([new URL(server.url).host])
  } finally {
    await server.close()
  }
})

test(
  'a proxy that blocks the live connection alone is named',
  { tag: '@long' },
  async ({ launch, folder, company }) => {
    company.setAccount(null)
    company.blockSockets()
    const { path } = microphoneFile(folder, { words: 6 })
    const parley = await launch({ microphone: path, ...behind(company) })
    await chooseService(parley)
    await record(parley)
    await expectProblem(parley.window, 'socket-blocked', 45_000)
    await stop(parley)
  },
)
