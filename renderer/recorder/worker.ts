import type { RecorderPortMessage } from '../../common/ipc/ports'
import type { RecorderOrder, RecorderStart, Source } from '../../common/model'
import type { CaptureDeps } from './capture/device-supervisor'
import { createFrameMaker } from './capture/frame-maker'
import { createSourceKinds } from './capture/source-kinds'
import type { FromWorker, ToWorker } from './messages'
import { createMixedTranscriber } from './mixing/mixed-transcriber'
import { createPageLink } from './page-link'
import { startRecording, type Recording } from './recording'
import { createReporter, type Reporter } from './reporter'
import { createStreamingDeps } from './streaming/deps'
import { createSessionUpdates, type SessionUpdates } from './streaming/session-updates'
import { testSession } from './test-session'
import { createTranscriber, withoutTranscription, type Transcriber } from './transcriber'

/**
 * How often the worker reports that it is alive, in ms, with what its clock reads. The report passes
 * the page, so that it says the same of the page. While something is recorded, main waits 2.5 s for the
 * next one. After a Mac slept, a recording cannot begin before the next one.
 */
const aliveMs = { recording: 500, idle: navigator.userAgent.includes('Mac OS X') ? 500 : 2_000 }
/** Main knows this clock as well as the fastest of these first reports. */
const firstReports = { everyMs: 50, forMs: 500 }
/** Messages that can wait for their port: 5 minutes of sound. */
const longestQueue = 6_000

/** The way of one recording's sound and events to main. */
interface MainPort {
  send(message: RecorderPortMessage): void
  open(port: MessagePort): void
}

interface ActiveRecording extends Recording {
  readonly updates: SessionUpdates
  readonly reporter: Reporter
  isEnding: boolean
}

/** Sends messages as soon as the port is there; until then they wait. */
function createMainPort(): MainPort {
  const waiting: RecorderPortMessage[] = []
  let port: MessagePort | null = null
  return {
    send: (message) => {
      if (port !== null) port.postMessage(message)
      else if (waiting.push(message) > longestQueue) waiting.shift()
    },
    open: (opened) => {
      port = opened
      for (const message of waiting.splice(0)) opened.postMessage(message)
    },
  }
}

/** Starts and stops recordings as the page says. */
function setupWorker(scope: DedicatedWorkerGlobalScope): void {
  const post = (message: FromWorker): void => scope.postMessage(message)
  const page = createPageLink(post)
  /** Zero of the system's monotonic clock, in ms of this one; null until main says it. */
  let systemZeroAt: number | null = null
  const kinds = createSourceKinds(page, () => systemZeroAt)
  const streaming = createStreamingDeps(WebSocket)
  const recordings = new Map<string, ActiveRecording>()
  /** By recording. The port can arrive before the start of its recording or after it. */
  const ports = new Map<string, MainPort>()
  const deps: CaptureDeps = {
    now: streaming.now,
    after: streaming.after,
    every: (ms, run) => {
      const timer = setInterval(run, ms)
      return () => clearInterval(timer)
    },
    onDevicesChanged: page.onDevicesChanged,
  }

  const reportAlive = (): void => post({ type: 'alive', nowMs: deps.now() })
  let endReports: (() => void) | null = null

  /** Reports more often while something is recorded. */
  function setReports(): void {
    if (recordings.size > 0) endReports ??= deps.every(aliveMs.recording, reportAlive)
    else {
      endReports?.()
      endReports = null
    }
  }

  function portOf(recordingId: string): MainPort {
    const port = ports.get(recordingId) ?? createMainPort()
    ports.set(recordingId, port)
    return port
  }

  function begin(
    order: RecorderOrder,
    createFor: (report: Reporter['report'], updates: SessionUpdates) => Transcriber,
  ): void {
    const { recordingId } = order
    if (recordings.has(recordingId)) return
    const port = portOf(recordingId)
    const reporter = createReporter(recordingId, port)
    const updates = createSessionUpdates(order.update)
    const recording = startRecording({
      order,
      kinds,
      transcriber: createFor(reporter.report, updates),
      deps,
      createFrameMaker: (emit, emptySince) =>
        createFrameMaker({ emit, emptySince, now: deps.now, every: deps.every }),
      report: reporter.report,
      send: port.send,
      newId: streaming.newId,
    })
    recordings.set(recordingId, { ...recording, reporter, updates, isEnding: false })
    setReports()
  }

  function start({ sessions, ...order }: RecorderStart): void {
    const { recordingId } = order
    const create = sessions === 'one' ? createMixedTranscriber : createTranscriber
    const requestToken = (source: Source) => page.call('token', { recordingId, source })
    begin(order, (report, updates) => create({ requestToken, report, updates, deps: streaming }))
  }

  async function stop(recordingId: string): Promise<void> {
    const event = { type: 'stopped', recordingId } as const
    const recording = recordings.get(recordingId)
    // A page that was started again does not know the recordings of the one before.
    if (recording === undefined) return post({ type: 'event', event })
    try {
      recording.isEnding = true
      recording.reporter.muteConnections()
      await recording.stop()
    } finally {
      recordings.delete(recordingId)
      ports.delete(recordingId)
      setReports()
      recording.reporter.report(event)
    }
  }

  function change(order: RecorderOrder): void {
    const recording = recordings.get(order.recordingId)
    if (recording === undefined || recording.isEnding) return
    recording.change(order)
    recording.updates.change(order.update)
  }

  reportAlive()
  deps.every(aliveMs.idle, reportAlive)
  deps.after(firstReports.forMs, deps.every(firstReports.everyMs, reportAlive))

  scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (page.receive(data)) return
    switch (data.type) {
      case 'clock':
        systemZeroAt = data.systemZeroAt
        return
      case 'start':
        return start(data.start)
      case 'check':
        return begin(data.order, () => withoutTranscription)
      case 'change':
        return change(data.order)
      case 'stop':
        return void stop(data.recordingId)
      case 'audio-port':
        return portOf(data.recordingId).open(data.port)
      case 'test':
        return void testSession(data.grant, streaming).then((outcome) =>
          post({ type: 'tested', outcome: { testId: data.testId, ...outcome } }),
        )
      case 'online':
        for (const recording of recordings.values()) recording.online()
        return
      default:
        return
    }
  })
}

setupWorker(self)
