import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { startFileServer } from '../main/models/file-server'
import { writeTransducer } from '../models/transducer'
import type { Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { openSettings } from './screens'

const text = messages.models
const name = 'Tones'

/** A model of 4 kB in an archive of tar and bzip2, and a catalogue with it. */
async function mirror(folder: string) {
  writeTransducer(join(folder, 'tones'))
  // It does not compress, so that the archive takes some time to fetch.
  writeFileSync(join(folder, 'tones', 'README'), randomBytes(400_000))
  const archive = join(folder, 'tones.tar.bz2')
  execFileSync('tar', ['-cjf', archive, '-C', folder, 'tones'])
  const bytes = readFileSync(archive)
  const server = await startFileServer({ 'tones.tar.bz2': bytes })
  const file = (role: string, file: string) => ({ role, name: file, bytes: null, sha256: null })
  const catalogue = [
    {
      id: 'tones',
      name,
      maker: 'Parley',
      family: 'nemo-transducer',
      languages: ['en'],
      gives: { wordTimes: true, confidence: true, streaming: false, punctuation: true },
      downloads: [
        {
          url: `${server.url}/moved/tones.tar.bz2`,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          unpacksTo: 2_000_000,
        },
      ],
      files: [
        file('encoder', 'encoder.int8.onnx'),
        file('decoder', 'decoder.int8.onnx'),
        file('joiner', 'joiner.int8.onnx'),
        file('tokens', 'tokens.txt'),
      ],
      diskBytes: 4_000,
      memoryMb: 100,
      wantsCores: 64,
      licence: { name: 'MIT', texts: ['mit-openai'] },
      source: 'https://example.org/tones',
    },
  ]
  const path = join(folder, 'catalogue.json')
  writeFileSync(path, JSON.stringify(catalogue))
  return { server, args: [`--model-catalogue=${path}`] }
}

const button = ({ window }: Parley, label: string) => window.getByRole('button', { name: label })
const received = async (parley: Parley) => {
  const [model] = (await parley.value('models:state', undefined)).models
  return model?.stage.stage === 'downloading' ? model.stage.received : 0
}

test('a model is downloaded, paused, resumed, used, and removed', async ({ launch, folder }) => {
  const { server, args } = await mirror(folder)
  try {
    const parley = await launch({ args })
    const { window } = parley
    await openSettings(window, 'models')
    await expect(button(parley, text.downloadOf(name))).toBeVisible()
    // Nothing was asked before somebody pressed.
    expect(server.asked).toEqual([])

    server.behaviour.pauseMs = 100
    await button(parley, text.downloadOf(name)).click()
    await expect.poll(() => received(parley), { timeout: 15_000 }).toBeGreaterThan(0)
    await button(parley, text.pauseOf(name)).click()
    await expect(button(parley, text.resumeOf(name))).toBeVisible()
    server.behaviour.pauseMs = 0
    await button(parley, text.resumeOf(name)).click()
    await expect(button(parley, text.useOf(name))).toBeVisible({ timeout: 20_000 })
    expect(server.asked.some(({ range }) => range !== undefined)).toBe(true)

    await parley.value('settings:set', { engine: 'on-device' })
    await button(parley, text.useOf(name)).click()
    await expect
      .poll(() => parley.value('local-engine:state', undefined), { timeout: 20_000 })
      .toMatchObject({ state: 'ready', installed: 'tones' })

    await button(parley, text.removeOf(name)).click()
    await expect(window.getByRole('alertdialog')).toContainText(text.removeInUseText)
    await window.getByRole('alertdialog').getByRole('button', { name: text.remove }).click()
    await expect(button(parley, text.downloadOf(name))).toBeVisible()
    expect((await parley.value('settings:get', undefined)).installedModel).toBeNull()
    expect(existsSync(join(parley.dataFolder, 'models', 'tones'))).toBe(false)
  } finally {
    server.stop()
  }
})

test(
  'a quit in the middle: the next start waits for a press, and goes on',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { server, args } = await mirror(folder)
    try {
      server.behaviour.pauseMs = 100
      const first = await launch({ args })
      await openSettings(first.window, 'models')
      await button(first, text.downloadOf(name)).click()
      await expect.poll(() => received(first), { timeout: 15_000 }).toBeGreaterThan(50_000)
      first.kill()
      server.behaviour.pauseMs = 0
      const asked = server.asked.length

      const parley = await launch({ args })
      await openSettings(parley.window, 'models')
      await expect(button(parley, text.resumeOf(name))).toBeVisible()
      await noViolations(parley.window, 'a paused download')
      expect(server.asked).toHaveLength(asked)
      await button(parley, text.resumeOf(name)).click()
      await expect(button(parley, text.useOf(name))).toBeVisible({ timeout: 20_000 })
      expect(server.asked.at(-1)?.range).toMatch(/^bytes=[1-9]/)
      await button(parley, text.licenceOf(name, 'MIT')).click()
      await expect(parley.window.getByRole('dialog')).toContainText('MIT License')
      await noViolations(parley.window, 'the licence of a model')
      await parley.window.keyboard.press('Escape')
      await expect(button(parley, text.licenceOf(name, 'MIT'))).toBeFocused()
    } finally {
      server.stop()
    }
  },
)
