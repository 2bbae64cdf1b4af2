import { statSync } from 'node:fs'
import type { ErrorCode } from '../../common/errors'
import { messages } from '../../common/text/window'
import { startService } from '../service/service'
import { tooManyRequests, type Opening, type TokenAnswer } from '../service/options'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { goodKey } from './service-key'
import {
  bringIn,
  filesWith,
  recordButton,
  stopButton,
  storedSound,
  toneFile,
  unprocessed,
  chooseService,
  waitForIdle,
} from './recording'
import { expectProblem, openSettings } from './screens'

const answers: readonly (readonly [string, TokenAnswer, ErrorCode])[] = [
  ['400', status(400, { error: 'Bad request' }), 'bad-request'],
  ['401', status(401, { error: 'Unauthorized' }), 'key-rejected'],
  ['402', status(402, { error: 'Payment required' }), 'payment-required'],
  ['403', status(403, { message: 'Forbidden' }), 'key-forbidden'],
  ['404', status(404, { detail: 'Not Found' }), 'service-not-found'],
  ['408', status(408, {}), 'timed-out'],
  ['422', status(422, { detail: [{ loc: ['query', 'x'], msg: 'Field required' }] }), 'bad-request'],
  // Short, because it applies to each later request.
  ['429', tooManyRequests({ 'retry-after': '1' }), 'rate-limited'],
  ['500', status(500, { error: 'Internal' }), 'service-unavailable'],
  ['503', status(503, 'down'), 'service-unavailable'],
  ['no JSON', { kind: 'text', text: '<html>' }, 'bad-answer'],
  ['an empty token', { kind: 'text', text: '{"token":""}' }, 'bad-answer'],
  ['a reset', { kind: 'reset' }, 'connection-failed'],
]

function status(code: number, body: unknown): TokenAnswer {
  return { kind: 'status', status: code, body }
}

test('each failure of a token has its sentence on the Keys page', async ({ launch, service }) => {
  const parley = await launch()
  await chooseService(parley)
  await openSettings(parley.window, 'keys')
  for (const [name, answer, code] of answers) {
    await test.step(name, async () => {
      service.configure({ token: { answers: [answer], repeatLast: true } })
      await parley.window.getByRole('button', { name: messages.token.try, exact: true }).click()
      await expectProblem(parley.window, code)
      service.configure({ token: { answers: [] } })
      await expect(async () => {
        await parley.window.getByRole('button', { name: messages.token.try, exact: true }).click()
        const shown = parley.window.getByText(/AQI…\(2.?583 characters, hidden\)/)
        await expect(shown).toBeVisible({ timeout: 2_000 })
      }).toPass({ timeout: 20_000 })
    })
  }
})

test(
  'a wait that the service asks for binds Test, Try a token and jobs',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const waitSeconds = 10
    const parley = await launch()
    await chooseService(parley)
    const { keys } = await parley.value('keys:list', undefined)
    const retryAfter = { 'retry-after': String(waitSeconds) }
    service.configure({ token: { answers: [tooManyRequests(retryAfter)] } })
    const tested = async () => {
      const { check } = await parley.value('keys:test', { id: keys[0]?.id ?? '' })
      return check?.error?.code
    }
    expect(await tested()).toBe('rate-limited')
    const refusedAt = performance.now()
    const asked = service.log.requests.length

    expect(await tested()).toBe('rate-limited')
    const parameters = { expiresInSeconds: 60, maxSessionDurationSeconds: 600 }
    const tried = await parley.value('tokens:try', parameters)
    expect(tried.error?.code).toBe('rate-limited')
    const path = toneFile(join(folder, 'Board.wav'), { words: 6, sampleRate: 48_000 })
    await bringIn(parley, path)
    expect(performance.now() - refusedAt).toBeGreaterThan(waitSeconds * 1_000)
    const [first] = service.log.requests.slice(asked)
    const [last] = service.log.requests.slice(asked - 1)
    expect((first?.at ?? 0) - (last?.at ?? 0)).toBeGreaterThanOrEqual(waitSeconds * 1_000 - 100)
    expect(service.log.requests.slice(asked).some(({ status }) => status === 429)).toBe(false)
  },
)

test(
  'each failure of a token has its sentence while recording, and Stop works in each',
  { tag: '@long' },
  async ({ launch, service }) => {
    test.setTimeout(180_000)
    const parley = await launch()
    await chooseService(parley)
    for (const [name, answer, code] of answers) {
      await test.step(name, async () => {
        service.configure({ token: { answers: [answer], repeatLast: true } })
        await recordButton(parley.window).first().click()
        await expectProblem(parley.window, code)
        await stopButton(parley.window).click()
        await waitForIdle(parley)
      })
    }
  },
)

test('a key is never sent to the host of a redirect', async ({ launch, service }) => {
  const other = await startService({ behaviour: { keys: { [goodKey]: 'good' } } })
  try {
    const parley = await launch()
    await chooseService(parley)
    const location = `${other.url}/v3/token?expires_in_seconds=60`
    service.configure({ token: { answers: [{ kind: 'redirect', location }], repeatLast: true } })
    await recordButton(parley.window).first().click()
    await expectProblem(parley.window, 'redirected')
    await stopButton(parley.window).click()
    await waitForIdle(parley)
    expect(other.log.requests).toEqual([])
  } finally {
    await other.close()
  }
})

test(
  'a service that does not answer is named after ten seconds',
  { tag: '@long' },
  async ({ launch, service }) => {
    const parley = await launch()
    await chooseService(parley)
    service.configure({ token: { answers: [{ kind: 'hang' }], repeatLast: true } })
    await openSettings(parley.window, 'keys')
    await parley.window.getByRole('button', { name: messages.token.try, exact: true }).click()
    await expectProblem(parley.window, 'timed-out', 15_000)
  },
)

test('a missing key is reported before anything is sent', async ({ launch, service }) => {
  const parley = await launch({ hasKey: false })
  await parley.value('settings:set', { engine: 'service', ...unprocessed })
  await recordButton(parley.window).first().click()
  await expectProblem(parley.window, 'no-key')
  expect(service.log.requests).toEqual([])
})

const openings: readonly (readonly [string, Opening, ErrorCode])[] = [
  [
    'no credit',
    {
      kind: 'error',
      code: 1008,
      text: 'Unauthorized Connection: Insufficient account balance',
    },
    'payment-required',
  ],
  [
    'a disabled account',
    { kind: 'error', code: 1008, text: 'Unauthorized Connection: Account disabled' },
    'session-refused',
  ],
  [
    'bad input',
    { kind: 'error', code: 3006, text: "User Input Validation Error: Invalid 'keyterms_prompt'" },
    'session-bad-input',
  ],
  ['no Begin', { kind: 'no-begin' }, 'begin-timeout'],
]

test(
  'each refusal of a session has its sentence, and the audio continues',
  { tag: '@long' },
  async ({ launch, service }) => {
    const parley = await launch()
    await chooseService(parley)
    for (const [name, opening, code] of openings) {
      await test.step(name, async () => {
        service.configure({ session: { openings: [opening], repeatLastOpening: true } })
        await recordButton(parley.window).first().click()
        await expectProblem(parley.window, code, 30_000)
        await expect
          .poll(async () => (await parley.value('recording:status', undefined)).elapsedMs)
          .toBeGreaterThan(3_000)
        await stopButton(parley.window).click()
        await waitForIdle(parley)
      })
    }
    const meetings = await parley.meetings()
    expect(meetings).toHaveLength(openings.length)
    for (const meeting of meetings) expect(meeting.audio[0]?.samples ?? 0).toBeGreaterThan(8_000)
  },
)

const breaks: readonly (readonly [string, Opening, ErrorCode])[] = [
  [
    'an error of the service',
    { kind: 'error', code: 3005, text: 'Session Cancelled: An error occurred' },
    'service-unavailable',
  ],
  ['a close without a word', { kind: 'close', code: 1001 }, 'session-offline'],
]

for (const [name, opening, code] of breaks) {
  const tag = code === 'session-offline' ? [] : ['@long']
  const title = `${name}, three times: Parley is offline, says why, and records on`
  test(title, { tag }, async ({ launch, service }) => {
    const parley = await launch()
    await chooseService(parley)
    service.configure({ session: { openings: [opening], repeatLastOpening: true } })
    await recordButton(parley.window).first().click()
    await expect(parley.window.getByText(messages.meeting.live.offline)).toBeVisible({
      timeout: 45_000,
    })
    await expectProblem(parley.window, code)
    expect(service.log.connections.length).toBeGreaterThanOrEqual(3)
    // The attempts can be over within a second; another second is stored after them.
    const { meetingId } = await parley.value('recording:status', undefined)
    const size = () => statSync(storedSound(parley, meetingId ?? '')).size
    const before = size()
    await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(before + 32_000)
    await stopButton(parley.window).click()
    await waitForIdle(parley)
    const [meeting] = await parley.meetings()
    expect(meeting?.audio[0]?.samples ?? 0).toBeGreaterThan(16_000)
  })
}

test(
  'failed connections are reported and tried again, and the audio continues',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    service.configure({ session: { openings: [{ kind: 'cut' }], repeatLastOpening: true } })
    await recordButton(parley.window).first().click()
    await expectProblem(parley.window, 'connection-failed', 45_000)
    await expect(parley.window.getByText(messages.meeting.live.offline)).toBeVisible()
    await expect.poll(() => service.log.requests.length, { timeout: 30_000 }).toBeGreaterThan(3)
    await stopButton(parley.window).click()
    await waitForIdle(parley)
    const [meeting] = await parley.meetings()
    expect(meeting?.audio[0]?.samples ?? 0).toBeGreaterThan((meeting?.durationMs ?? 0) * 15)
    // Chromium writes the address of a failed connection to the console; it must not get further.
    expect(filesWith(folder, 'token=AQI')).toEqual([])
  },
)
