import { messages } from '../../preload/messages'
import { tooManyRequests, type TokenAnswer } from '../service/knobs'
import {
  allSaid,
  asked,
  chip,
  emptyDisk,
  error,
  fillDisk,
  flapping,
  freeze,
  goOffline,
  goOnline,
  hangRecorder,
  heard,
  killedAtRandom,
  killPage,
  offline,
  pause,
  quit,
  reloadWindow,
  reopening,
  restart,
  says,
  saysNoMore,
  shows,
  stop,
  strike,
  tokens,
} from './deeds'
import type { FaultCase } from './driver'

/** Words that are said in so many seconds: six in 3.8. */
const wordsIn = (seconds: number): number => Math.ceil((seconds / 3.8) * 6)

const unavailable: TokenAnswer = { kind: 'status', status: 503, body: { error: 'down' } }
const expired = 'Unauthorized Connection: Signature has expired'
const tooMany = 'Unauthorized Connection: Too many concurrent sessions'
const cancelled = 'Session Cancelled: An error occurred'
const tooFast =
  'Input Duration Error: Audio Transmission Rate Exceeded: Received 314.9 sec. audio in 1.3 sec'

/** A cut of the network; the live backlog holds 20 s, and what is longer leaves a gap. */
function cut(seconds: number, rest: Partial<FaultCase>): FaultCase {
  return {
    name: `cut-${seconds}s`,
    seconds: seconds + 30,
    words: wordsIn(seconds + 16),
    deeds: [heard(8), offline(seconds * 1_000)],
    ...rest,
  }
}

const network: readonly FaultCase[] = [
  cut(0.5, {}),
  cut(3, { short: true }),
  cut(15, { mayGaps: ['network'] }),
  cut(60, { gaps: ['network'], deeds: [heard(8), offline(60_000), allSaid, stop] }),
  cut(300, { gaps: ['network'], deeds: [heard(8), offline(300_000), allSaid, stop] }),
  {
    name: 'half-open',
    seconds: 55,
    short: true,
    words: 48,
    deeds: [heard(8), strike({ kind: 'silence' })],
    mayGaps: ['network'],
  },
  {
    name: 'half-open-unread',
    seconds: 55,
    words: 48,
    deeds: [heard(8), strike({ kind: 'stall' })],
    mayGaps: ['network'],
  },
  {
    name: 'wifi-drops-every-10s',
    seconds: 400,
    words: wordsIn(310),
    deeds: [heard(4), flapping(10_000, 2_000, 300_000), allSaid, stop],
    gaps: ['network'],
  },
  {
    name: 'dns-fails',
    seconds: 50,
    words: 20,
    keep: 'keychain',
    // The name of the service's host is not found until the next start.
    args: ['--host-resolver-rules=MAP 127.0.0.1 ~NOTFOUND'],
    deeds: [says('dns-failed'), pause(20_000), stop, quit, (stage) => stage.start([])],
    gaps: ['network'],
  },
]

const service: readonly FaultCase[] = [
  {
    name: 'error-3005',
    seconds: 30,
    short: true,
    words: 24,
    deeds: [heard(8), strike(error(3005, cancelled))],
  },
  {
    name: 'error-3007',
    seconds: 35,
    words: 30,
    // The kept sound was the trouble: what is not final is heard afterwards.
    deeds: [heard(8), strike(error(3007, tooFast))],
    gaps: ['network'],
  },
  {
    name: 'error-3008',
    seconds: 30,
    words: 24,
    deeds: [heard(8), strike(error(3008, 'Session Expired: Maximum session duration exceeded'))],
  },
  {
    name: 'error-3009',
    seconds: 110,
    words: wordsIn(90),
    deeds: [heard(8), ...reopening({ kind: 'error', code: 3009, text: tooMany }), allSaid, stop],
    gaps: ['network'],
  },
  {
    name: 'error-1008-expired',
    seconds: 30,
    words: 24,
    deeds: [heard(8), ...reopening({ kind: 'error', code: 1008, text: expired })],
  },
  {
    name: 'error-1011',
    seconds: 35,
    words: 30,
    deeds: [heard(8), ...reopening({ kind: 'close', code: 1011 })],
  },
  {
    name: 'error-1006',
    seconds: 30,
    words: 24,
    deeds: [heard(8), strike({ kind: 'cut' })],
  },
  {
    name: 'token-429-retry-after',
    seconds: 40,
    words: 36,
    deeds: [heard(8), ...tokens(tooManyRequests({ 'retry-after': '5' })), says('rate-limited')],
  },
  {
    name: 'token-429',
    seconds: 35,
    words: 30,
    deeds: [heard(8), ...tokens(tooManyRequests(), tooManyRequests())],
  },
  {
    name: 'token-5xx',
    seconds: 35,
    words: 30,
    deeds: [heard(8), ...tokens(unavailable, { kind: 'status', status: 500 }, unavailable)],
  },
]

const processes: readonly FaultCase[] = [
  {
    name: 'recorder-killed',
    seconds: 45,
    short: true,
    words: 40,
    deeds: [heard(8), killPage('recorder'), says('recorder-restarting', 6_000)],
    gaps: ['recorder-restart'],
    mayGaps: ['engine'],
    audioLostMs: 4_000,
  },
  {
    name: 'recorder-hangs',
    seconds: 50,
    short: true,
    words: 40,
    deeds: [heard(8), hangRecorder, says('recorder-restarting', 6_000)],
    gaps: ['recorder-restart'],
    mayGaps: ['engine'],
    audioLostMs: 8_000,
  },
  {
    name: 'window-killed',
    seconds: 30,
    short: true,
    words: 24,
    deeds: [heard(8), killPage('window'), shows(23)],
  },
  {
    name: 'window-reloaded',
    seconds: 30,
    short: true,
    words: 24,
    deeds: [heard(8), reloadWindow, shows(23)],
  },
  {
    name: 'main-killed',
    seconds: 40,
    short: true,
    words: wordsIn(60),
    deeds: [killedAtRandom(2, 3_500, 9_000)],
    keep: 'keychain',
    mayGaps: ['app-restart'],
  },
  {
    name: 'quit-in-mid-job',
    seconds: 45,
    short: true,
    words: 18,
    keep: 'keychain',
    knobs: { transcripts: { processingMs: 12_000 } },
    deeds: [
      heard(5),
      goOffline,
      allSaid,
      stop,
      goOnline,
      asked('GET', /^\/v2\/transcript\/./),
      quit,
      restart,
    ],
    gaps: ['network'],
    seen: ({ log }) => {
      const begun = log.requests.filter(
        ({ method, path }) => method === 'POST' && path === '/v2/transcript',
      )
      return begun.length === 1 ? null : `${begun.length} jobs begun for one gap`
    },
  },
  {
    name: 'main-killed-30-times',
    seconds: 400,
    // Somebody speaks on all the time.
    words: 999,
    deeds: [killedAtRandom(30, 500, 9_000)],
    keep: 'keychain',
    // A free account's new sessions do not last for as many starts.
    mayGaps: ['app-restart', 'network'],
  },
  {
    name: 'stopped-20s',
    seconds: 60,
    words: 72,
    deeds: [heard(8), freeze(20_000)],
    gaps: ['device'],
    mayGaps: ['network'],
    audioLostMs: 21_000,
  },
]

const disk: readonly FaultCase[] = [
  {
    name: 'disk-full',
    seconds: 50,
    short: true,
    words: 48,
    smallDisk: true,
    deeds: [
      heard(8),
      fillDisk,
      says('disk-full'),
      chip(messages.meeting.live.notices['disk-full']),
      // The text goes on meanwhile.
      heard(24),
      emptyDisk,
      saysNoMore('disk-full'),
    ],
  },
  {
    name: 'disk-full-to-the-end',
    seconds: 250,
    words: wordsIn(260),
    smallDisk: true,
    keep: 'keychain',
    deeds: [
      heard(8),
      fillDisk,
      says('disk-full'),
      // More sound than fits into what was kept for the text.
      heard(wordsIn(235), 260_000),
      stop,
      quit,
      emptyDisk,
      restart,
    ],
    gaps: ['disk-full'],
    audioLostMs: 240_000,
  },
]

/** 20 s in place of 3 h, and a paid account's new sessions. */
const sessionCap = { secondMs: 20_000 / 10_800, heartbeatSeconds: 2_700, newSessionsPerMinute: 100 }
const rotations: readonly FaultCase[] = [
  {
    name: 'session-cap-10-times',
    seconds: 180,
    words: wordsIn(160),
    knobs: { session: sessionCap, token: { headers: { 'x-ratelimit-limit': '100' } } },
    deeds: [allSaid],
    seen: ({ log }) => {
      const count = log.sessions().length
      return count > 10 ? null : `only ${count} sessions`
    },
  },
]

export const faultCases = [...network, ...service, ...rotations, ...processes, ...disk]
