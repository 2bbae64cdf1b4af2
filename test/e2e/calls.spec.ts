import { mainMessages } from '../../common/text'
import { messages } from '../../common/text/window'
import { createRandom } from '../faults/random'
import type { Parley } from './app'
import { noViolations } from './axe'
import type { NoticeServer } from './desktop-hosts'
import { expect, test } from './fixtures'
import { recordingId, transcript, waitForIdle } from './recording'
import { openSettings } from './screens'
import type { ProgramStream, SoundServer } from './sound-server'

const { record, stop } = mainMessages.calls
const titles = (notices: NoticeServer) => notices.shown.map(({ title }) => title)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A program in a call: it records and plays. */
function call(sound: SoundServer, program: string): () => void {
  const ends = [
    sound.openStream({ kind: 'record', device: 'desk', program }),
    sound.openStream({ kind: 'play', device: 'speakers', program }),
  ]
  return () => ends.forEach((end) => end())
}

const launchWithSound = async (
  launch: (options: { realSound: boolean; env: SoundServer['env'] }) => Promise<Parley>,
  sound: SoundServer,
) => launch({ realSound: true, env: sound.env })

test(
  'a program is never asked about again, and all can be switched off',
  { tag: '@long' },
  async ({ launch, sound, notices }) => {
    test.setTimeout(120_000)
    const parley = await launchWithSound(launch, sound)
    const end = call(sound, 'teams')
    const card = parley.window.getByRole('region', { name: record.title('Teams') })
    await card.getByRole('button', { name: record.never('Teams') }).click({ timeout: 20_000 })
    end()
    await openSettings(parley.window, 'calls')
    await expect(parley.window.getByText(messages.settings.calls.ignored('Teams'))).toBeVisible()
    const again = call(sound, 'teams')
    await wait(9_000)
    expect(titles(notices)).toEqual([record.title('Teams')])
    again()
    await parley.window.getByRole('switch', { name: messages.settings.calls.noticeSwitch }).click()
    await expect
      .poll(async () => (await parley.value('settings:get', undefined)).calls.notice)
      .toBe(false)
    const other = call(sound, 'slack')
    await wait(9_000)
    other()
    expect(titles(notices)).toEqual([record.title('Teams')])
  },
)

test(
  'the reminder asks for consent, which the meeting and its exports keep',
  { tag: '@long' },
  async ({ launch }) => {
    const parley = await launch()
    const text = messages.settings.calls
    await parley.window.getByRole('button', { name: messages.shell.newRecording }).click()
    const id = await recordingId(parley)
    const line = parley.window.getByRole('region', { name: text.reminderLine.label })
    await expect(line).toContainText(text.reminderLine.text)
    await noViolations(parley.window, 'the reminder of consent')
    await line.getByRole('button', { name: text.reminderLine.spoken }).click()
    await expect(line).toHaveCount(0)
    await parley.value('recording:stop', undefined)
    await waitForIdle(parley)
    await expect(parley.window.locator('[data-consent]')).toContainText('Consent asked aloud')
    const { meeting } = await transcript(parley, id)
    expect(meeting.consent?.how).toBe('spoken')
    const { text: copied } = await parley.value('meetings:clipping', {
      id,
      part: null,
      choice: { times: true, speakers: true },
    })
    expect(copied).toContain('Consent asked aloud, noted')
    // Once means once.
    await parley.window.getByRole('button', { name: messages.shell.newRecording }).click()
    await recordingId(parley)
    await expect(line).toHaveCount(0)
  },
)

test('the window and the captions are kept out of screen sharing when a person wants that', async ({
  launch,
}) => {
  const parley = await launch()
  await parley.app.evaluate(({ BrowserWindow }) => {
    const asked: Record<string, boolean> = {}
    Object.assign(globalThis, { asked })
    BrowserWindow.prototype.setContentProtection = function protect(
      this: Electron.BrowserWindow,
      enable: boolean,
    ) {
      asked[new URL(this.webContents.getURL()).hostname] = enable
    }
  })
  const asked = () =>
    parley.app.evaluate(() => (globalThis as unknown as { asked: Record<string, boolean> }).asked)
  await parley.value('settings:set', { privateScreens: { window: true, captions: true } })
  await expect.poll(asked).toEqual({ window: true })
  await parley.value('captions:show', { shown: true })
  await expect.poll(asked).toEqual({ window: true, captions: true })
  await parley.value('settings:set', { privateScreens: { window: false, captions: true } })
  await expect.poll(asked).toEqual({ window: false, captions: true })
})

interface Scene {
  readonly name: string
  readonly streams: readonly ProgramStream[]
  /** How long the microphone is held, in ms. */
  readonly forMs: number
  readonly isCall: boolean
}

/** Scenes of one group run at the same time, each with a program of its own. */
function scenesOf(seed: number, count: number): Scene[] {
  const random = createRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, index) => {
    const own = (name: string) => `${name}-${seed}-${index}`
    const holds = (program: string, device = 'desk', role?: string): ProgramStream => ({
      kind: 'record',
      device,
      program,
      ...(role === undefined ? {} : { role }),
    })
    const plays = (program: string, role?: string): ProgramStream => ({
      kind: 'play',
      device: 'speakers',
      program,
      ...(role === undefined ? {} : { role }),
    })
    const app = own(pick(['meet', 'element', 'mumble', 'talky', 'linphone', 'wire']))
    const calls: readonly (() => Omit<Scene, 'forMs'>)[] = [
      () => ({ name: app, isCall: true, streams: [holds(app), plays(app)] }),
      () => ({ name: app, isCall: true, streams: [plays(app), holds(app)] }),
      () => ({ name: app, isCall: true, streams: [holds(app, 'desk', 'phone')] }),
      () => ({ name: app, isCall: true, streams: [holds(app), plays(app), plays(own('music'))] }),
    ]
    const others: typeof calls = [
      () => ({ name: own('music'), isCall: false, streams: [plays(own('music'), 'music')] }),
      () => ({ name: own('browser'), isCall: false, streams: [plays(own('browser'))] }),
      () => ({ name: own('dictation'), isCall: false, streams: [holds(own('dictation'))] }),
      () => ({ name: 'obs', isCall: false, streams: [holds('obs'), plays('obs')] }),
      () => ({ name: 'audacity', isCall: false, streams: [holds('audacity'), plays('audacity')] }),
      () => ({ name: app, isCall: false, streams: [holds(app, 'speakers.monitor'), plays(app)] }),
      () => ({ name: app, isCall: false, streams: [holds(app, 'desk', 'filter'), plays(app)] }),
    ]
    const short = random() < 0.15
    const scene = pick(random() < 0.5 ? calls : others)()
    return short && scene.isCall
      ? { ...scene, isCall: false, forMs: 2_500 }
      : { ...scene, forMs: 9_000 }
  })
}

for (const soundServer of ['pulseaudio', 'pipewire'] as const) {
  test.describe(soundServer, () => {
    test.use({ soundServer })
    const tag = soundServer === 'pipewire' ? ['@long'] : []

    test(
      'a call is offered once, recorded after Record, and its end asks whether to stop',
      { tag },
      async ({ launch, sound, notices }) => {
        test.setTimeout(120_000)
        const parley = await launchWithSound(launch, sound)
        const end = call(sound, 'zoom')
        await expect
          .poll(() => titles(notices), { timeout: 20_000 })
          .toEqual([record.title('Zoom')])
        const [offer] = notices.shown
        expect(offer).toMatchObject({
          urgency: 1,
          buttons: [record.yes, record.no, record.never('Zoom')],
        })
        const card = parley.window.getByRole('region', { name: record.title('Zoom') })
        await expect(card).toContainText(record.body)
        await noViolations(parley.window, 'the question about a call')
        expect((await parley.value('recording:status', undefined)).state).toBe('idle')

        if (offer) notices.press(offer, record.yes)
        await recordingId(parley)
        await expect(card).toHaveCount(0)
        end()
        await expect
          .poll(() => titles(notices).at(-1), { timeout: 30_000 })
          .toBe(stop.title('Zoom'))
        expect((await parley.value('recording:status', undefined)).state).toBe('recording')
        const question = parley.window.getByRole('region', { name: stop.title('Zoom') })
        await question.getByRole('button', { name: stop.yes }).click()
        await waitForIdle(parley)
        expect(titles(notices)).toEqual([record.title('Zoom'), stop.title('Zoom')])
      },
    )

    test(
      '40 seeded scenes with real streams: no false alarm, and no call is missed',
      { tag: '@long' },
      async ({ launch, sound, notices }) => {
        test.setTimeout(240_000)
        const parley = await launchWithSound(launch, sound)
        // Parley records meanwhile in one of the groups, which must not be a call either.
        await parley.value('settings:set', { consentReminder: 'off' })
        const wrong: string[] = []
        let calls = 0
        for (const [group, seed] of [11, 22, 33, 44].entries()) {
          const before = notices.shown.length
          const scenes = scenesOf(seed, 10)
          if (group === 3) await parley.value('sound-check:start', undefined)
          await Promise.all(
            scenes.map(async ({ streams, forMs }, index) => {
              await wait(index * 130)
              const ends = streams.map((stream) => sound.openStream(stream))
              await wait(forMs)
              ends.forEach((end) => end())
            }),
          )
          await wait(1_500)
          const found = notices.shown.slice(before).map(({ title }) => title)
          for (const { name, isCall } of scenes) {
            const times = found.filter((title) => title === record.title(name)).length
            if (isCall) calls += 1
            if (times !== (isCall ? 1 : 0)) wrong.push(`${seed} ${name}: ${times}`)
          }
          const known = new Set(scenes.map(({ name }) => record.title(name)))
          wrong.push(...found.filter((title) => !known.has(title)))
          // The calls of this group end before the next one.
          await wait(9_000)
        }
        console.log(`40 scenes, ${calls} of them calls, wrong: ${wrong.length}`)
        expect(wrong).toEqual([])
        expect(calls).toBeGreaterThan(12)
      },
    )
  })
}
