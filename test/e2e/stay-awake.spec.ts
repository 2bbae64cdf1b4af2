import { startBusService } from './bus-service'
import { expect, test } from './fixtures'
import { chooseService, microphoneFile, record, stop } from './recording'

test.skip(process.platform !== 'linux', 'other systems are asked without a message bus')

/** The pause after which the computer may sleep, in ms. */
const longestPauseMs = 10 * 60_000

test('the computer stays awake from Record to Stop, but not in a long pause', async ({
  launch,
  folder,
}) => {
  const service = await startBusService('org.freedesktop.PowerManagement')
  try {
    const { path } = microphoneFile(folder, { words: 12 })
    // On this desktop, Chromium asks the service with that name.
    const parley = await launch({ microphone: path, env: { XDG_CURRENT_DESKTOP: 'XFCE' } })
    await chooseService(parley)
    // With the reason, so that a failure tells who asked: Electron for the app, or Chromium for itself.
    const asked = () =>
      service.called
        .filter(({ member }) => /inhibit$/i.test(member))
        .map(({ member, texts: [, reason] }) => [member, reason].join(' ').trim())
    expect(asked()).toEqual([])
    await record(parley)
    await expect.poll(asked).toEqual(['Inhibit Electron'])

    // Ten minutes of a pause are a second here.
    await parley.app.evaluate((_electron, long) => {
      const real = globalThis.setTimeout
      const short = (run: () => void, ms: number) => real(run, ms === long ? 1_000 : ms)
      Object.assign(globalThis, { setTimeout: short })
    }, longestPauseMs)
    await parley.value('recording:pause', undefined)
    expect(asked()).toEqual(['Inhibit Electron'])
    await expect.poll(asked).toEqual(['Inhibit Electron', 'UnInhibit'])
    await parley.value('recording:resume', undefined)
    await expect.poll(asked).toEqual(['Inhibit Electron', 'UnInhibit', 'Inhibit Electron'])
    await stop(parley)
    await expect
      .poll(asked)
      .toEqual(['Inhibit Electron', 'UnInhibit', 'Inhibit Electron', 'UnInhibit'])
  } finally {
    service.close()
  }
})
