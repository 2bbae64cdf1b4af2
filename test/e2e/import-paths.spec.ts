import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { messages } from '../../common/text/window'
import { errorSentences, mainMessages } from '../../common/text'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import type { Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { chooseFiles, chooseService } from './recording'
import { expectProblem } from './screens'
import { startAgain } from './start-again'

const said = toneSpeech({ words: 3, sampleRate: 16_000 })

async function drop({ window }: Parley, paths: readonly string[]): Promise<void> {
  const debug = await window.context().newCDPSession(window)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debug.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
}

/** Answers the questions of main from now on; gives what was asked. */
async function answerQuestions({ app }: Parley, button: 0 | 1): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, response) => {
    const asked: string[] = []
    dialog.showMessageBox = (...args: unknown[]) => {
      asked.push((args.at(-1) as { readonly message: string }).message)
      return Promise.resolve({ response, checkboxChecked: false })
    }
    Object.assign(globalThis, { asked })
  }, button)
  return () => app.evaluate(() => (globalThis as unknown as { readonly asked: string[] }).asked)
}

const titles = async (parley: Parley) => (await parley.meetings()).map(({ title }) => title).sort()

test('a folder brings its recordings after a question with their number', async ({
  launch,
  folder,
}) => {
  const parley = await launch()
  await chooseService(parley)
  const calls = join(folder, 'calls')
  mkdirSync(join(calls, 'May'), { recursive: true })
  mkdirSync(join(folder, 'letters'))
  writeFileSync(join(folder, 'letters', 'a.txt'), 'Dear all')
  for (const name of ['one.wav', join('May', 'two.wav')]) writeWav(join(calls, name), said)

  let asked = await answerQuestions(parley, 1)
  await drop(parley, [calls])
  await expect.poll(asked).toEqual([mainMessages.importFolder.message(2)])
  expect(await parley.value('imports:list', undefined)).toEqual([])
  await expect(parley.window.getByRole('alert')).toHaveCount(0)

  asked = await answerQuestions(parley, 0)
  await drop(parley, [calls])
  await expect.poll(() => titles(parley), { timeout: 30_000 }).toEqual(['one', 'two'])
  expect(await asked()).toHaveLength(1)

  await drop(parley, [join(folder, 'letters')])
  await expectProblem(parley.window, 'import-folder-empty')
  expect(await asked()).toHaveLength(1)
})

test('what is no file is refused at once, while the others go on and the app quits', async ({
  launch,
  folder,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no such files')
  const parley = await launch()
  await chooseService(parley)
  const at = (name: string) => join(folder, name)
  execFileSync('mkfifo', [at('pipe.wav')])
  writeFileSync(at('empty.wav'), '')
  symlinkSync(at('nowhere'), at('dead.wav'))
  const server = createServer().listen(at('socket.wav'))
  writeWav(at('fine.wav'), said)
  try {
    for (const [path, code] of [
      [at('pipe.wav'), 'import-not-a-file'],
      ['/dev/zero', 'import-not-a-file'],
      [at('socket.wav'), 'import-not-a-file'],
      [at('empty.wav'), 'import-empty'],
      [at('dead.wav'), 'import-unreadable'],
    ] as const) {
      await drop(parley, [path])
      await expectProblem(parley.window, code, 2_000)
      // The sentence may be that of the file before.
      await expect.poll(() => parley.value('imports:list', undefined)).toEqual([])
    }
    const failed: string[] = []
    await parley.window.exposeFunction('importFailed', (sentence: string) => failed.push(sentence))
    await parley.window.evaluate(() =>
      self.parley.on('imports:failed', ({ sentence }) =>
        (self as unknown as { importFailed(sentence: string): void }).importFailed(sentence),
      ),
    )
    await chooseFiles(parley, [at('pipe.wav'), at('empty.wav'), at('fine.wav'), at('pipe.wav')])
    await parley.value('imports:choose-files', undefined)
    await expect.poll(() => titles(parley), { timeout: 30_000 }).toEqual(['fine'])
    const noFile = errorSentences['import-not-a-file']
    await expect.poll(() => failed).toEqual([noFile, errorSentences['import-empty'], noFile])
    await parley.quit()
  } finally {
    server.close()
  }
})

test(
  'each file of a batch that fails keeps its sentence until a person closes it',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    const { window } = parley
    const at = (name: string) => join(folder, name)
    const empty = Array.from({ length: 12 }, (_, index) => at(`empty ${index}.wav`))
    for (const path of empty) writeFileSync(path, '')
    writeFileSync(at('letter.wav'), 'Dear all, this is a letter and no recording.')
    writeWav(at('fine.wav'), said)
    await chooseFiles(parley, [
      ...empty.slice(0, 2),
      at('letter.wav'),
      at('fine.wav'),
      ...empty.slice(2),
    ])
    await parley.value('imports:choose-files', undefined)
    await expect.poll(() => titles(parley), { timeout: 30_000 }).toEqual(['fine'])
    await expect.poll(() => parley.value('imports:list', undefined)).toEqual([])

    const sentence = (code: 'import-empty' | 'import-unsupported') =>
      window.getByRole('alert').filter({ hasText: errorSentences[code] })
    await expect(sentence('import-empty')).toContainText('empty 0.wav')
    await expect(sentence('import-empty')).toContainText('empty 11.wav')
    await expect(sentence('import-unsupported')).toContainText('letter.wav')
    for (const theme of ['light', 'dark'] as const) {
      await parley.value('settings:set', { theme })
      await noViolations(window, `failed files, ${theme}`)
    }
    const close = { name: messages.shell.close }
    await sentence('import-unsupported').getByRole('button', close).click()
    await expect(sentence('import-unsupported')).toHaveCount(0)
    await expect(sentence('import-empty')).toBeVisible()
  },
)

test(
  'a command line opens files of any name, by path or address',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    const names = [
      ...['c35-Standup:May.wav', '-notes.wav', 'Call 2024.05.12', 'Meeting v1.2 final.wav'],
      ...['🎙 今日.wav', 'by address.wav'],
    ]
    for (const name of names) writeWav(join(folder, name), said)
    const address = pathToFileURL(join(folder, 'by address.wav')).href
    await startAgain(parley, { args: [...names.slice(0, -1), address], from: folder })
    await expect
      .poll(() => titles(parley), { timeout: 60_000 })
      .toEqual([
        ...['-notes', 'Call 2024.05.12', 'Meeting v1.2 final', 'by address', 'c35-Standup:May'],
        '🎙 今日',
      ])
    await startAgain(parley, { args: ['Standup:June.wav'], from: folder })
    await expectProblem(parley.window, 'import-unreadable')
  },
)
