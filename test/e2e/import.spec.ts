import {
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { encode, encodeInPage } from '../speech/encode'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  chooseFiles,
  chooseService,
  count,
  finalNumbers,
  finalTurns,
  jobsAsked,
  transcript,
} from './recording'
import { expectProblem, problem } from './screens'
import { fill } from './small-disk'

const text = messages.shell.imports
const words = 6
const said = toneSpeech({ words, sampleRate: 48_000, startSilenceMs: 700, pauseEvery: 3 })
const numbers = Array.from({ length: words }, (_, index) => index)
const on = new Date(2026, 10, 20, 9, 30)

async function openFiles(parley: Parley, paths: readonly string[]): Promise<void> {
  await chooseFiles(parley, paths)
  await parley.window.getByRole('button', { name: text.open }).click()
}

async function waitForImports(parley: Parley): Promise<void> {
  await expect.poll(() => parley.value('imports:list', undefined), { timeout: 60_000 }).toEqual([])
}

/** A copy with its header, but with its audio overwritten from the middle on. */
function overwritten(bytes: Uint8Array): Uint8Array {
  const half = Math.floor(bytes.length / 2)
  return bytes.map((byte, at) => (at < half ? byte : (at * 101) % 256))
}

/** The audio files in the library's folder, complete or not. */
function soundFolders(parley: Parley): string[] {
  return ['audio', 'importing'].flatMap((name) => {
    const folder = join(parley.dataFolder, 'library', name)
    return existsSync(folder) ? readdirSync(folder) : []
  })
}

test('a file of each kind becomes a meeting with its words', async ({ launch, folder }) => {
  const parley = await launch()
  await chooseService(parley)
  const kinds = ['wav', 'mp3', 'm4a', 'mp4', 'flac', 'ogg', 'webm'] as const
  const paths: string[] = []
  for (const kind of kinds) {
    const path = join(folder, `Board_of ${kind}.${kind}`)
    if (kind === 'wav') writeWav(path, said)
    else if (kind === 'ogg' || kind === 'webm') {
      writeFileSync(path, await encodeInPage(parley.window, said, kind))
    } else writeFileSync(path, await encode(said, kind))
    utimesSync(path, on, on)
    paths.push(path)
  }
  await openFiles(parley, paths)
  await expect(parley.window.getByRole('list', { name: text.label })).toBeVisible()
  await waitForImports(parley)

  const meetings = await parley.meetings()
  expect(meetings.map(({ title }) => title).sort()).toEqual(
    kinds.map((kind) => `Board of ${kind}`).sort(),
  )
  for (const meeting of meetings) {
    const written = await transcript(parley, meeting.id)
    expect(finalNumbers(written), meeting.title).toEqual(numbers)
    expect(written.gaps).toEqual([])
    expect(meeting).toMatchObject({ state: 'done', textPercent: 100 })
    // MP4 contains its date, which is today; for the others only the file system knows it.
    const isMp4 = /m4a|mp4/.test(meeting.title)
    if (!isMp4) expect(meeting.startedAt).toBe(on.getTime())
    else expect(Date.now() - meeting.startedAt).toBeLessThan(10 * 60_000)
    const off = finalTurns(written)
      .flatMap((turn) => turn.words)
      .map((word, index) => Math.abs(word.startMs - (said.words[index]?.startMs ?? 0)))
    expect(Math.max(...off), `${meeting.title}: ms from where it is said`).toBeLessThanOrEqual(60)
  }
  expect(existsSync(join(parley.dataFolder, 'library', 'importing'))).toBe(false)
})

test('a file that cannot be imported gets its sentence, and leaves nothing behind', async ({
  launch,
  folder,
}) => {
  const parley = await launch()
  await chooseService(parley)
  const mp3 = await encode(said, 'mp3')
  const m4a = await encode(said, 'm4a')
  const silence = { sampleRate: 16_000, samples: new Int16Array(32_000) }
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  writeWav(join(folder, 'silent.wav'), silence)
  const cases = [
    ['import-silent', join(folder, 'silent.wav')],
    ['import-unsupported', write('letter.mp3', Buffer.from('Dear all, this is a letter.'))],
    ['import-damaged', write('begun.m4a', m4a.subarray(0, 200))],
    ['import-unreadable', join(folder, 'gone.mp3')],
  ] as const
  for (const [code, path] of cases) {
    await openFiles(parley, [path])
    await expectProblem(parley.window, code)
    await expect(parley.window.getByText(path.slice(folder.length + 1))).toBeVisible()
    expect(await parley.meetings()).toEqual([])
    expect(soundFolders(parley)).toEqual([])
  }
  expect(statSync(join(folder, 'silent.wav')).size).toBeGreaterThan(0)
  // Then a file that can be imported.
  await openFiles(parley, [write('fine.mp3', mp3)])
  await waitForImports(parley)
  expect(await parley.meetings()).toHaveLength(1)
})

for (const [what, broken] of [
  ['cut off', (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ['overwritten', overwritten],
] as const) {
  const tag = what === 'cut off' ? [] : ['@long']
  const title = `of a file that is ${what} there is what is in it, and a sentence`
  test(title, { tag }, async ({ launch, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    const m4a = await encode(said, 'm4a')
    const path = join(folder, 'cut.m4a')
    writeFileSync(path, broken(m4a))
    await openFiles(parley, [path])
    await expectProblem(parley.window, 'import-cut')
    await waitForImports(parley)
    const [meeting] = await parley.meetings()
    const found = finalNumbers(await transcript(parley, meeting?.id ?? ''))
    expect(found.length).toBeGreaterThan(0)
    expect(found).toEqual(numbers.slice(0, found.length))
  })
}

test('a dropped file is imported; a page cannot name one', async ({ launch, folder }) => {
  const parley = await launch()
  const { window } = parley
  await chooseService(parley)
  const path = join(folder, 'dropped.mp3')
  writeFileSync(path, await encode(said, 'mp3'))

  await expect(
    window.evaluate((file) => self.parley.call('imports:drop', { paths: [file] }), path),
  ).rejects.toThrow('No channel imports:drop')
  await window.evaluate(() => self.parley.importFiles([new File(['x'], '/etc/passwd')]))
  expect(await parley.value('imports:list', undefined)).toEqual([])

  const debug = await window.context().newCDPSession(window)
  const drag = async (...types: ('dragEnter' | 'dragOver' | 'drop')[]) => {
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    for (const type of types) {
      await debug.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
    }
  }
  await drag('dragEnter', 'dragOver')
  await expect(window.getByText(text.drop)).toBeVisible()
  // Dropped elsewhere: the page may get no event, but the pointer moves again.
  await window.mouse.move(610, 410)
  await expect(window.getByText(text.drop)).toBeHidden()
  await drag('dragEnter', 'dragOver', 'drop')
  await expect(window.getByText(text.drop)).toBeHidden()
  await expect.poll(async () => (await parley.meetings()).length, { timeout: 30_000 }).toBe(1)
  await waitForImports(parley)
  const [meeting] = await parley.meetings()
  expect(finalNumbers(await transcript(parley, meeting?.id ?? ''))).toEqual(numbers)
})

test(
  'an import can be cancelled while it is transcribed, and continues after a quit',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const first = await launch()
    await chooseService(first, 'keychain')
    const path = join(folder, 'long.wav')
    writeWav(path, said)
    service.configure({ transcripts: { processingMs: 3_600_000 } })
    await openFiles(first, [path])
    const cancel = first.window.getByRole('button', { name: text.cancel('long.wav') })
    await expect(first.window.getByText(/^Transcribing/).first()).toBeVisible()
    await cancel.click()
    await expect(cancel).toBeHidden()
    const left = jobsAsked(service).size
    expect(await first.meetings()).toEqual([])

    await openFiles(first, [path])
    await expect(first.window.getByText(/^Transcribing/).first()).toBeVisible()
    // The id of a job is stored before the app asks about it.
    await expect.poll(() => jobsAsked(service).size, { timeout: 30_000 }).toBeGreaterThan(left)
    const jobs = jobsAsked(service)
    await first.quit()
    service.finishTranscripts()
    const second = await launch()
    await waitForImports(second)
    expect(jobsAsked(service)).toEqual(jobs)
    const [meeting] = await second.meetings()
    expect(finalNumbers(await transcript(second, meeting?.id ?? ''))).toEqual(numbers)
  },
)

test(
  'a full disk ends an import with a sentence, and with free space the same file is imported',
  { tag: '@long' },
  async ({ smallFolder, launch, folder }) => {
    const parley = await launch({ dataFolder: join(smallFolder, 'data') })
    await chooseService(parley)
    await parley.value('settings:set', { sound: 'keep' })
    const before = join(folder, 'before.wav')
    writeWav(before, said)
    await openFiles(parley, [before])
    await waitForImports(parley)
    const meetings = () => parley.meetings()
    const [there] = await meetings()
    const id = there?.id ?? ''
    const script = await transcript(parley, id)
    const many = 120
    const long = toneSpeech({ words: many, sampleRate: 16_000, pauseEvery: 8 })
    const path = join(folder, 'long.wav')
    writeWav(path, long)

    // First there is room for a part of the audio, then for none.
    const filler = join(smallFolder, 'filler')
    for (const room of [1 << 20, 0]) {
      fill(filler)
      truncateSync(filler, statSync(filler).size - room)
      expect(statSync(path).size).toBeGreaterThan(2 * room)
      await openFiles(parley, [path])
      const shown = problem(parley.window, 'import-disk-full')
      await expect(shown).toContainText('long.wav')
      await waitForImports(parley)
      expect(soundFolders(parley)).toEqual([id])
      expect(await meetings()).toEqual([there])
      expect(await transcript(parley, id)).toEqual(script)
      await shown.getByRole('button').click()
    }

    rmSync(filler)
    await openFiles(parley, [path])
    await waitForImports(parley)
    const added = (await meetings()).find((meeting) => meeting.id !== id)
    expect(finalNumbers(await transcript(parley, added?.id ?? ''))).toEqual(count(0, many))
    expect(await transcript(parley, id)).toEqual(script)
  },
)

test(
  'the dialog for files opens where the last file was',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    const path = join(folder, 'Board.wav')
    writeWav(path, said)
    await parley.app.evaluate(({ dialog }, file) => {
      const places: unknown[] = []
      Object.assign(globalThis, { places })
      dialog.showOpenDialog = (...given: unknown[]) => {
        places.push((given.at(-1) as { defaultPath?: string }).defaultPath ?? null)
        return Promise.resolve({ canceled: false, filePaths: [file] })
      }
    }, path)
    for (let time = 0; time < 2; time += 1) {
      await parley.value('imports:choose-files', undefined)
      await waitForImports(parley)
    }
    const places = await parley.app.evaluate(
      () => (globalThis as unknown as { places: unknown[] }).places,
    )
    expect(places).toEqual([null, folder])
  },
)
