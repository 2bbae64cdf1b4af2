import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import { proxySwitches, startCompanyProxy } from './company-proxy'
import { expect, test } from './fixtures'
import { bringIn, chooseService, microphoneFile, record, stop, waitForWord } from './recording'
import { openSettings, type SettingsTab } from './screens'

test(
  'a start, every page of the settings and a quit ask for no host at all',
  { tag: '@long' },
  async ({ launch, folder, service }) => {
    const proxy = await startCompanyProxy(folder, service.url)
    try {
      const parley = await launch({ serviceUrl: '', args: proxySwitches(proxy) })
      for (const tab of Object.keys(messages.settings.tabs)) {
        await openSettings(parley.window, tab as SettingsTab)
      }
      // The dictionary was asked for within a second of the start.
      await new Promise((resolve) => setTimeout(resolve, 8_000))
      await parley.quit()
      expect(proxy.hosts()).toEqual([])
    } finally {
      await proxy.close()
    }
  },
)

test('a meeting, an import and an export ask for the hosts of the service and no others', async ({
  launch,
  folder,
  service,
}) => {
  test.setTimeout(150_000)
  const proxy = await startCompanyProxy(folder, service.url)
  try {
    const { path } = microphoneFile(folder, { words: 6 })
    const parley = await launch({
      microphone: path,
      serviceUrl: '',
      args: proxySwitches(proxy),
    })
    await chooseService(parley)
    const id = await record(parley)
    await waitForWord(parley, id, { number: 5, withinMs: 30_000 })
    await stop(parley)
    expect(proxy.hosts()).toEqual(['streaming.assemblyai.com:443'])

    const file = join(folder, 'Board.wav')
    writeWav(file, toneSpeech({ words: 6, sampleRate: 48_000, startSilenceMs: 700 }))
    await bringIn(parley, file)

    const exported = join(folder, 'Meeting.docx')
    await parley.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, exported)
    const { export: choice } = await parley.value('settings:get', undefined)
    await parley.value('meetings:export', { id, choice: { ...choice, format: 'docx' } })
    await parley.quit()
    expect(proxy.hosts()).toEqual(['streaming.assemblyai.com:443', 'api.assemblyai.com:443'])
  } finally {
    await proxy.close()
  }
})
