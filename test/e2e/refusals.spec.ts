import type { ErrorCode } from '../../preload/errors'
import { messages } from '../../preload/messages'
import { startService } from '../service/service'
import { tooManyRequests, type Opening, type TokenAnswer } from '../service/knobs'
import { expect, test } from './fixtures'
import { goodKey } from './service-key'
import {
  filesWith,
  recordButton,
  stopButton,
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
  ['429', tooManyRequests({ 'retry-after': '30' }), 'rate-limited'],
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
      await parley.window.getByRole('button', { name: messages.token.try, exact: true }).click()
      await expect(parley.window.getByText(/AQI…\(2.?583 characters, hidden\)/)).toBeVisible()
    })
  }
})

test('each failure of a token has its sentence while recording, and Stop works in each', async ({
  launch,
  service,
}) => {
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
})

test('a key is never sent to the host of a redirect', async ({ launch, service }) => {
  const other = await startService({ knobs: { keys: { [goodKey]: 'good' } } })
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

test('a service that does not answer is named after ten seconds', async ({ launch, service }) => {
  const parley = await launch()
  await chooseService(parley)
  service.configure({ token: { answers: [{ kind: 'hang' }], repeatLast: true } })
  await openSettings(parley.window, 'keys')
  await parley.window.getByRole('button', { name: messages.token.try, exact: true }).click()
  await expectProblem(parley.window, 'timed-out', 15_000)
})

test('no key in use is said before anything is sent', async ({ launch, service }) => {
  const parley = await launch()
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

test('each refusal of a session has its sentence, and the sound goes on', async ({
  launch,
  service,
}) => {
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
  const meetings = await parley.value('meetings:list', undefined)
  expect(meetings).toHaveLength(openings.length)
  for (const meeting of meetings) expect(meeting.audio[0]?.samples ?? 0).toBeGreaterThan(8_000)
})

const breaks: readonly (readonly [string, Opening, ErrorCode])[] = [
  [
    'an error of the service',
    { kind: 'error', code: 3005, text: 'Session Cancelled: An error occurred' },
    'service-unavailable',
  ],
  ['a close without a word', { kind: 'close', code: 1001 }, 'session-offline'],
]

for (const [name, opening, code] of breaks) {
  test(`${name}, three times: Parley is offline, says why, and records on`, async ({
    launch,
    service,
  }) => {
    const parley = await launch()
    await chooseService(parley)
    service.configure({ session: { openings: [opening], repeatLastOpening: true } })
    await recordButton(parley.window).first().click()
    await expect(parley.window.getByText(messages.meeting.live.offline)).toBeVisible({
      timeout: 45_000,
    })
    await expectProblem(parley.window, code)
    expect(service.log.connections.length).toBeGreaterThanOrEqual(3)
    await stopButton(parley.window).click()
    await waitForIdle(parley)
    const [meeting] = await parley.value('meetings:list', undefined)
    expect(meeting?.audio[0]?.samples ?? 0).toBeGreaterThan(16_000)
  })
}

test('connections that fail are said and tried again, and the sound goes on', async ({
  launch,
  service,
  folder,
}) => {
  const parley = await launch()
  await chooseService(parley)
  service.configure({ session: { openings: [{ kind: 'cut' }], repeatLastOpening: true } })
  await recordButton(parley.window).first().click()
  await expectProblem(parley.window, 'connection-failed', 45_000)
  await expect(parley.window.getByText(messages.meeting.live.offline)).toBeVisible()
  await expect.poll(() => service.log.requests.length, { timeout: 30_000 }).toBeGreaterThan(3)
  await stopButton(parley.window).click()
  await waitForIdle(parley)
  const [meeting] = await parley.value('meetings:list', undefined)
  expect(meeting?.audio[0]?.samples ?? 0).toBeGreaterThan((meeting?.durationMs ?? 0) * 15)
  // Chromium puts the address of a connection that failed into its console; it must go no further.
  expect(filesWith(folder, 'token=AQI')).toEqual([])
})
