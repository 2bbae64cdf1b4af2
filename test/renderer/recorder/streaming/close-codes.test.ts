import { describe, expect, it } from 'vitest'
import { errorValue, type ErrorCode } from '../../../../common/errors'
import {
  closeRows,
  judgeClose,
  judgeTokenError,
  type CloseAction,
  type CloseCause,
} from '../../../../renderer/recorder/streaming/close-codes'

type Case = [CloseCause, string, CloseAction, ErrorCode | null]

/** The service's own words, as they were seen on the wire or are documented. */
const cases: Case[] = [
  ['terminated', '', 'done', null],
  ['begin-timeout', '', 'retry', 'begin-timeout'],
  ['silent', 'no message for 15 s', 'retry', 'session-lost'],
  ['unreachable', '', 'retry', 'connection-failed'],
  [1008, 'Unauthorized connection: Too many concurrent sessions', 'wait', 'rate-limited'],
  [3009, 'Unauthorized Connection: Too many concurrent sessions', 'wait', 'rate-limited'],
  [3009, '', 'wait', 'rate-limited'],
  [1008, 'Unauthorized Connection: Signature has expired', 're-mint', 'session-lost'],
  [1008, 'Unauthorized Connection: Missing Authorization header', 'stop', 'key-rejected'],
  [1008, 'Unauthorized Connection: Invalid API key', 'stop', 'key-rejected'],
  [1008, 'Unauthorized Connection: Insufficient account balance', 'stop', 'payment-required'],
  [
    1008,
    'Unauthorized Connection: This account does not have access to streaming',
    'stop',
    'key-forbidden',
  ],
  [1008, 'Unauthorized Connection: Account disabled', 'stop', 'session-refused'],
  [
    3006,
    'User Input Validation Error: Session terminated due to inactivity: No messages received for 5 seconds',
    'retry',
    'session-lost',
  ],
  [
    3006,
    "User Input Validation Error: Invalid 'speech_model': Input should be 'universal-3-6-pro'",
    'stop',
    'model-refused',
  ],
  [
    3006,
    "User Input Validation Error: Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz",
    'stop',
    'session-bad-input',
  ],
  [
    3007,
    'Input Duration Error: Audio Transmission Rate Exceeded: Received 314.9 sec. audio in 1.312326 sec',
    'retry',
    'session-lost',
  ],
  ['blocked', '', 'retry', 'socket-blocked'],
  [1009, '', 'retry', 'session-lost'],
  [3008, 'Session Expired: Maximum session duration exceeded', 'rotate', null],
  [3005, 'Session Cancelled: An error occurred', 'retry', 'service-unavailable'],
  [1011, '', 'retry', 'service-unavailable'],
  [1012, '', 'retry', 'service-unavailable'],
  [1013, '', 'retry', 'service-unavailable'],
  [1006, '', 'retry', 'session-lost'],
  // The server ended it unasked: the words that follow still need a session.
  [1000, 'Session Ended', 'retry', 'session-lost'],
  [1001, '', 'retry', 'session-lost'],
  [4999, 'new', 'retry', 'session-lost'],
]

describe('the action after a session has ended', () => {
  it.for(cases)('%s "%s": %s, %s', ([cause, text, action, code]) => {
    const verdict = judgeClose({ cause, text })
    expect(verdict.action).toBe(action)
    expect(verdict.error?.code ?? null).toBe(code)
  })

  it('has a case here for every row of the table', () => {
    const rowOf = ([cause, text]: Case) =>
      closeRows.findIndex(
        (row) => (row.cause === 'any' || row.cause === cause) && (row.text?.test(text) ?? true),
      )
    expect(new Set(cases.map(rowOf)).size).toBe(closeRows.length)
  })

  it('has the text of the service', () => {
    const { error } = judgeClose({ cause: 1008, text: 'Account disabled' })
    expect(error).toEqual(errorValue('session-refused', '1008 Account disabled'))
  })

  it('does not send sound again that the service rejected', () => {
    expect(judgeClose({ cause: 3007, text: '' }).dropsAudio).toBe(true)
    expect(judgeClose({ cause: 1006, text: '' }).dropsAudio).toBe(false)
  })
})

describe('the action if there is no token', () => {
  it.each([
    ['offline', 'retry'],
    ['dns-failed', 'retry'],
    ['tls-failed', 'retry'],
    ['proxy-failed', 'retry'],
    ['timed-out', 'retry'],
    ['service-unavailable', 'retry'],
    ['engine-failed', 'retry'],
    ['rate-limited', 'wait'],
    ['no-key', 'stop'],
    ['key-rejected', 'stop'],
    ['payment-required', 'stop'],
    ['keychain-locked', 'stop'],
    ['token-not-lent', 'stop'],
    ['engine-model-missing', 'stop'],
  ] as const)('%s: %s', (code, action) => {
    expect(judgeTokenError(errorValue(code)).action).toBe(action)
  })
})
