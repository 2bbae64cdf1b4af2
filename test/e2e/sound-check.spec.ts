import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { record, recordButton, stop, toneFile, unprocessed } from './recording'
import { openSettings } from './screens'
import { mouthOf } from './sound-server'

const { check } = messages
const found = check.findings

const panel = (window: Page) => window.getByRole('dialog', { name: check.title })
const row = (window: Page, source: 'microphone' | 'system') =>
  panel(window).getByRole('region', { name: check.source[source] })

async function open(window: Page): Promise<void> {
  await window.getByRole('button', { name: check.open }).click()
  await expect(panel(window)).toBeVisible()
}

const done = (window: Page) =>
  expect(panel(window).getByText(check.done, { exact: true })).toBeVisible({ timeout: 12_000 })

/** The highest value of a meter while it is watched. */
async function loudest(window: Page, source: 'microphone' | 'system'): Promise<number> {
  const meter = row(window, source).getByRole('meter')
  let most = 0
  while (!(await panel(window).getByText(check.done, { exact: true }).isVisible())) {
    most = Math.max(most, Number(await meter.getAttribute('aria-valuenow')))
  }
  return most
}

test(
  'a check hears a voice and its own notes, can play them, and stores nothing',
  { tag: '@long' },
  async ({ launch, sound, folder }) => {
    const voice = toneFile(join(folder, 'voice.wav'), { words: 12, level: 0.3 })
    const parley = await launch({ realSound: true, env: sound.env })
    const { window } = parley
    await parley.value('settings:set', unprocessed)
    await expect(recordButton(window).first()).toBeVisible()
    await open(window)
    const speaking = sound.play(mouthOf('desk'), voice)
    const levels = await Promise.all([loudest(window, 'microphone'), loudest(window, 'system')])
    for (const level of levels) expect(level).toBeGreaterThan(30)
    await expect(row(window, 'microphone')).toContainText(found.microphone.fine)
    await expect(row(window, 'system')).toContainText(found.system.fine)
    await speaking

    const lengths = await window
      .locator('audio')
      .evaluateAll((players) => players.map((player) => (player as HTMLAudioElement).duration))
    for (const length of lengths) {
      expect(length).toBeGreaterThan(4.5)
      expect(length).toBeLessThan(5.6)
    }
    expect(lengths).toHaveLength(2)
    await row(window, 'microphone').getByRole('button', { name: check.play.microphone }).click()
    await expect(
      row(window, 'microphone').getByRole('button', { name: check.stop.microphone }),
    ).toBeVisible()
    await expect(
      row(window, 'microphone').getByRole('button', { name: check.play.microphone }),
    ).toBeVisible({ timeout: 8_000 })

    await window.keyboard.press('Escape')
    await expect(panel(window)).toBeHidden()
    expect(await parley.meetings()).toEqual([])
    const audio = join(parley.dataFolder, 'library', 'audio')
    expect(existsSync(audio) ? readdirSync(audio) : []).toEqual([])
  },
)

test(
  'a check reports problems: a silent microphone, no system audio, another device',
  { tag: '@long' },
  async ({ launch, sound }) => {
    sound.plugMicrophone('headset')
    const parley = await launch({ realSound: true, env: sound.env })
    const { window } = parley
    await expect
      .poll(async () => (await parley.value('devices:list', undefined)).map(({ label }) => label))
      .toContain('headset')
    const devices = await parley.value('devices:list', undefined)
    const headset = devices.find(({ label }) => label === 'headset')?.deviceId ?? ''
    await parley.value('settings:set', { ...unprocessed, microphoneId: headset })
    await openSettings(window, 'audio')
    // The notes go where nobody can listen.
    sound.muteMicrophone('speakers.monitor', true)
    await open(window)
    await done(window)
    await expect(row(window, 'microphone')).toContainText(found.microphone.silent)
    await expect(row(window, 'microphone')).toContainText('headset')
    await expect(row(window, 'system')).toContainText(found.system.silent)

    sound.muteMicrophone('speakers.monitor', false)
    sound.unplug('headset')
    await panel(window).getByRole('button', { name: check.again }).click()
    await expect(panel(window).getByText(check.opening)).toBeVisible()
    await done(window)
    await expect(row(window, 'microphone')).toContainText(found.microphone.substitute)
    await expect(row(window, 'system')).toContainText(found.system.fine)
  },
)

for (const theme of ['light', 'dark'] as const) {
  test(
    `the panel of the check works by keyboard and has nothing for axe, ${theme}`,
    { tag: '@long' },
    async ({ launch, sound }) => {
      const parley = await launch({ realSound: true, env: sound.env })
      const { window } = parley
      await parley.value('settings:set', { theme })
      const button = window.getByRole('button', { name: check.open })
      await button.focus()
      await window.keyboard.press('Enter')
      await expect(panel(window)).toBeVisible()
      await noViolations(window, 'the check while it listens')
      await done(window)
      await noViolations(window, 'the check when it is done')
      const names = []
      for (let press = 0; press < 4; press += 1) {
        await window.keyboard.press('Tab')
        names.push(await window.evaluate(() => document.activeElement?.textContent))
      }
      for (const name of [check.playShort, check.again, check.close]) expect(names).toContain(name)
      await window.keyboard.press('Escape')
      await expect(panel(window)).toBeHidden()
      await expect(button).toBeFocused()
    },
  )
}

test(
  'a recording ends the check, and no check starts during a recording',
  { tag: '@long' },
  async ({ launch, sound }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    const { window } = parley
    await open(window)
    await expect(panel(window).getByText(check.left(5))).toBeVisible()
    await window.keyboard.press('Escape')
    await record(parley)
    expect(await parley.call('sound-check:start', undefined)).toMatchObject({
      ok: false,
      error: { code: 'already-recording' },
    })
    await stop(parley)
    expect(await parley.meetings()).toHaveLength(1)
  },
)
