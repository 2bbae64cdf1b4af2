import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { writeWav } from '../speech/wav'
import { toneSpeech } from '../speech/tones'
import { expect, test } from './fixtures'
import { bringIn, chooseService, filesBelow } from './recording'
import { seedLibrary } from './seeded-library'

test.skip(process.platform === 'win32', 'Windows has no modes; the folder of a person is theirs')

const stranger = process.env.PARLEY_STRANGER

/** What another account of this computer can list or read at and below a path. */
async function readable(path: string): Promise<string[]> {
  const answer = await fetch(stranger ?? '', { method: 'POST', body: path })
  const lines = (await answer.text()).split('\n')
  return lines.filter((line) => line.startsWith(path))
}

/** What others than the owner may do anything with. */
const open = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0)

test('another account reads nothing: of old files, a repair, an import and an export', async ({
  launch,
}) => {
  test.skip(stranger === undefined, 'only root can act as another account')
  // Not below a folder that is closed anyway.
  const folder = mkdtempSync('/tmp/parley-open-')
  chmodSync(folder, 0o755)
  try {
    const dataFolder = join(folder, 'data')
    mkdirSync(dataFolder)
    const startedAt = Date.UTC(2026, 10, 25, 9)
    seedLibrary(dataFolder, [{ id: 'board', title: 'Board', startedAt, said: [['A', 'Hello']] }])
    const library = join(dataFolder, 'library')
    // What an earlier version left, and a library that the next start recovers row by row.
    writeFileSync(join(library, 'library.db-damaged'), '')
    for (const path of filesBelow(dataFolder)) chmodSync(path, 0o644)
    for (const path of [dataFolder, library]) chmodSync(path, 0o755)
    expect(await readable(dataFolder)).toContain(join(library, 'library.db'))

    const parley = await launch({ dataFolder })
    await chooseService(parley)
    const file = join(folder, 'tones.wav')
    writeWav(file, toneSpeech({ words: 4, sampleRate: 48_000 }))
    const id = await bringIn(parley, file)
    const out = join(folder, 'export.txt')
    await parley.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, out)
    const choice = { format: 'txt', times: true, speakers: true, sound: 'mix' } as const
    await parley.value('meetings:export', { id, choice })

    expect(open(dataFolder)).toEqual([])
    expect(await readable(dataFolder)).toEqual([])
    expect(statSync(out).mode & 0o077).toBe(0)
    await parley.quit()
    expect(open(dataFolder)).toEqual([])
    expect(await readable(dataFolder)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
