import { defaultServiceModel } from '../../common/model'
import { messages } from '../../common/text/window'
import { serviceModel } from '../e2e/recording'
import { tooManyRequests, type TokenAnswer } from '../service/options'
import {
  speechOver,
  chip,
  emptyDisk,
  error,
  fillDisk,
  fillReserve,
  flapping,
  freeze,
  hangRecorder,
  transcribed,
  killedAtRandom,
  killPage,
  offline,
  pause,
  quit,
  reloadWindow,
  reopening,
  restart,
  showsNotice,
  noticeGone,
  shows,
  stop,
  inject,
  tokens,
} from './actions'
import { clocks } from './clock-cases'
import type { FaultCase } from './driver'
import { jobs } from './job-cases'

/** How many words are said in this many seconds: six in 3.8 s. */
const wordsIn = (seconds: number): number => Math.ceil((seconds / 3.8) * 6)

const unavailable: TokenAnswer = { kind: 'status', status: 503, body: { error: 'down' } }
const expired = 'Unauthorized Connection: Signature has expired'
const tooMany = 'Unauthorized Connection: Too many concurrent sessions'
const cancelled = 'Session Cancelled: An error occurred'
const tooFast =
  'Input Duration Error: Audio Transmission Rate Exceeded: Received 314.9 sec. audio in 1.3 sec'

/** The network is cut. A cut of more than 3 s leaves a gap, which a job fills. */
function cut(seconds: number, rest: Partial<FaultCase>): FaultCase {
  return {
    name: `cut-${seconds}s`,
    seconds: seconds + 30,
    words: wordsIn(seconds + 16),
    actions: [transcribed(8), offline(seconds * 1_000)],
    ...rest,
  }
}

const network: readonly FaultCase[] = [
  cut(0.5, {}),
  cut(3, { short: true, mayGaps: ['network'] }),
  cut(15, { mayGaps: ['network'] }),
  cut(60, { gaps: ['network'], actions: [transcribed(8), offline(60_000), speechOver, stop] }),
  cut(300, { gaps: ['network'], actions: [transcribed(8), offline(300_000), speechOver, stop] }),
  {
    name: 'half-open',
    seconds: 55,
    words: 48,
    actions: [transcribed(8), inject({ kind: 'silence' })],
    mayGaps: ['network'],
  },
  {
    name: 'half-open-unread',
    seconds: 55,
    words: 48,
    actions: [transcribed(8), inject({ kind: 'stall' })],
    mayGaps: ['network'],
  },
  {
    name: 'wifi-drops-every-10s',
    seconds: 400,
    words: wordsIn(310),
    actions: [transcribed(4), flapping(10_000, 2_000, 300_000), speechOver, stop],
    gaps: ['network'],
  },
  {
    name: 'dns-fails',
    seconds: 50,
    words: 20,
    keep: 'keychain',
    // The host of the service cannot be resolved until the next start.
    args: ['--host-resolver-rules=MAP 127.0.0.1 ~NOTFOUND'],
    actions: [showsNotice('dns-failed'), pause(20_000), stop, quit, (stage) => stage.start([])],
    gaps: ['network'],
  },
]

const service: readonly FaultCase[] = [
  {
    name: 'error-3005',
    seconds: 30,
    words: 24,
    actions: [transcribed(8), inject(error(3005, cancelled))],
  },
  {
    name: 'model-refused',
    seconds: 35,
    words: 24,
    behaviour: { session: { refusedModels: [serviceModel] } },
    actions: [showsNotice('model-refused'), transcribed(8)],
    mayGaps: ['network'],
    checkService: ({ log }) => {
      const models = new Set(log.sessions().map(({ query }) => query.speech_model))
      return [...models].join() === defaultServiceModel ? null : `sessions of ${[...models].join()}`
    },
  },
  {
    name: 'error-3007',
    seconds: 35,
    words: 30,
    // The audio in the backlog was the problem: what is not final is transcribed afterwards.
    actions: [transcribed(8), inject(error(3007, tooFast))],
    gaps: ['network'],
  },
  {
    name: 'error-3008',
    seconds: 30,
    words: 24,
    actions: [
      transcribed(8),
      inject(error(3008, 'Session Expired: Maximum session duration exceeded')),
    ],
  },
  {
    name: 'error-3009',
    seconds: 110,
    words: wordsIn(90),
    actions: [
      transcribed(8),
      ...reopening({ kind: 'error', code: 3009, text: tooMany }),
      speechOver,
      stop,
    ],
    gaps: ['network'],
  },
  {
    name: 'error-1008-expired',
    seconds: 30,
    words: 24,
    actions: [transcribed(8), ...reopening({ kind: 'error', code: 1008, text: expired })],
  },
  {
    name: 'error-1011',
    seconds: 35,
    words: 30,
    actions: [transcribed(8), ...reopening({ kind: 'close', code: 1011 })],
  },
  {
    name: 'error-1006',
    seconds: 30,
    words: 24,
    actions: [transcribed(8), inject({ kind: 'cut' })],
  },
  {
    name: 'token-429-retry-after',
    seconds: 40,
    words: 36,
    actions: [
      transcribed(8),
      ...tokens(tooManyRequests({ 'retry-after': '5' })),
      showsNotice('rate-limited'),
    ],
  },
  {
    name: 'token-429',
    seconds: 35,
    words: 30,
    actions: [transcribed(8), ...tokens(tooManyRequests(), tooManyRequests())],
  },
  {
    name: 'token-5xx',
    seconds: 35,
    words: 30,
    actions: [transcribed(8), ...tokens(unavailable, { kind: 'status', status: 500 }, unavailable)],
  },
]

const processes: readonly FaultCase[] = [
  {
    name: 'recorder-killed',
    seconds: 45,
    words: 40,
    actions: [transcribed(8), killPage('recorder'), showsNotice('recorder-restarting', 6_000)],
    gaps: ['recorder-restart'],
    mayGaps: ['engine'],
    audioLostMs: 4_000,
  },
  {
    name: 'recorder-hangs',
    seconds: 50,
    words: 40,
    // Its worker continues for 10 s, until the page is started again.
    actions: [transcribed(8), hangRecorder, showsNotice('recorder-restarting', 14_000)],
    gaps: ['recorder-restart'],
    mayGaps: ['engine'],
    audioLostMs: 4_000,
  },
  {
    name: 'window-killed',
    seconds: 30,
    words: 24,
    actions: [transcribed(8), killPage('window'), shows(23)],
  },
  {
    name: 'window-reloaded',
    seconds: 30,
    words: 24,
    actions: [transcribed(8), reloadWindow, shows(23)],
  },
  {
    name: 'main-killed',
    seconds: 40,
    short: true,
    words: wordsIn(60),
    actions: [killedAtRandom(2, 3_500, 9_000)],
    keep: 'keychain',
    mayGaps: ['app-restart'],
  },
  {
    name: 'main-killed-30-times',
    seconds: 400,
    // The speech never stops.
    words: 999,
    actions: [killedAtRandom(30, 500, 9_000)],
    keep: 'keychain',
    // A free account allows fewer new sessions than there are starts.
    mayGaps: ['app-restart', 'network'],
  },
  {
    name: 'stopped-20s',
    seconds: 60,
    words: 72,
    actions: [transcribed(8), freeze(20_000)],
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
    actions: [
      transcribed(8),
      fillDisk,
      showsNotice('disk-full'),
      chip(messages.meeting.live.notices['disk-full']),
      // The text continues meanwhile.
      transcribed(24),
      emptyDisk,
      noticeGone('disk-full'),
    ],
  },
  {
    name: 'disk-full-without-reserve',
    seconds: 60,
    words: 48,
    smallDisk: true,
    actions: [
      transcribed(8),
      fillDisk,
      fillReserve,
      chip(messages.meeting.live.notices['disk-full']),
      // Nothing can be stored; the words are shown and wait.
      shows(24),
      emptyDisk,
      noticeGone('disk-full'),
    ],
  },
  {
    name: 'disk-full-to-the-end',
    seconds: 250,
    words: wordsIn(260),
    smallDisk: true,
    keep: 'keychain',
    actions: [
      transcribed(8),
      fillDisk,
      showsNotice('disk-full'),
      // More audio than the backlog holds.
      transcribed(wordsIn(235), 260_000),
      stop,
      quit,
      emptyDisk,
      restart,
    ],
    gaps: ['disk-full'],
    audioLostMs: 240_000,
  },
]

/** 20 s instead of 3 h. */
const sessionCap = { secondMs: 20_000 / 10_800, heartbeatSeconds: 2_700, newSessionsPerMinute: 100 }
const rotations: readonly FaultCase[] = [
  {
    name: 'session-cap-10-times',
    seconds: 180,
    words: wordsIn(160),
    behaviour: { session: sessionCap },
    actions: [speechOver],
    checkService: ({ log }) => {
      const count = log.sessions().length
      return count > 10 ? null : `only ${count} sessions`
    },
  },
]

export const faultCases = [
  ...network,
  ...service,
  ...rotations,
  ...processes,
  ...clocks,
  ...jobs,
  ...disk,
]
