import {
  emptyDisk,
  fillDisk,
  goOffline,
  goOnline,
  killApp,
  pause,
  quit,
  requested,
  restart,
  speechOver,
  stop,
  transcribed,
  type Action,
} from './actions'
import type { Service } from '../service/service'
import type { FaultCase } from './driver'

function oneJob(service: Service): string | null {
  const { length } = service.billedJobs()
  return length === 1 ? null : `${length} jobs bought for one gap`
}

/** The disk is full at this moment of a job for a gap, and for half a minute. */
function diskFullJob(
  name: string,
  actions: readonly Action[],
  rest: Partial<FaultCase>,
): FaultCase {
  return {
    name,
    seconds: 80,
    words: 18,
    smallDisk: true,
    actions: [transcribed(5), goOffline, speechOver, stop, ...actions, pause(30_000), emptyDisk],
    gaps: ['network'],
    checkService: oneJob,
    ...rest,
  }
}

/** The app ends while the service works on a job, and starts again. */
function endedInMidJob(name: string, end: FaultCase['actions'][number]): FaultCase {
  return {
    name,
    seconds: 45,
    words: 18,
    keep: 'keychain',
    behaviour: { transcripts: { processingMs: 12_000 } },
    actions: [
      transcribed(5),
      goOffline,
      speechOver,
      stop,
      goOnline,
      requested('GET', /^\/v2\/transcript\/./),
      end,
      restart,
    ],
    gaps: ['network'],
    checkService: oneJob,
  }
}

/** Jobs for a gap are bought once, and deleted in the end. */
export const jobs: readonly FaultCase[] = [
  endedInMidJob('quit-in-mid-job', quit),
  {
    name: 'job-answer-lost',
    seconds: 45,
    short: true,
    words: 18,
    behaviour: {
      transcripts: {
        answers: [
          { to: 'create', answer: { kind: 'lost' } },
          { to: 'list', answer: { kind: 'reset' } },
        ],
      },
    },
    actions: [transcribed(5), goOffline, speechOver, stop, goOnline],
    gaps: ['network'],
    checkService: oneJob,
  },
  endedInMidJob('killed-in-mid-job', killApp),
  diskFullJob('disk-full-before-job', [fillDisk, goOnline], {}),
  diskFullJob(
    'disk-full-in-mid-job',
    [goOnline, requested('GET', /^\/v2\/transcript\/./), fillDisk],
    { behaviour: { transcripts: { processingMs: 6_000 } } },
  ),
]
