import type { Result } from '../../common/errors'
import type {
  CapturedSource,
  Processing,
  RecorderEvent,
  RecorderOrder,
  RecorderStart,
  SessionGrant,
  SessionTested,
  Source,
  WantedSource,
} from '../../common/model'
import type { DeviceResult } from './devices/device-failure'

/**
 * The messages between the recorder page and its worker. The page opens devices and talks to main,
 * which only a page can do. The worker does everything else, so that sound and words keep flowing
 * while the page's main thread hangs.
 */

/** The device that a source uses now. */
export interface DeviceChoice {
  /** Two choices with the same key are the same device. */
  readonly key: string
  /** null is the default device. */
  readonly deviceId: string | null
  readonly processing: Processing
  /** The chosen device is gone and the default device replaces it. */
  readonly substitute: boolean
}

/**
 * An open device, with its sound until it ends: a track's stream, or a port on which another process
 * sends `SoundPortMessage`.
 */
export interface OpenedDevice {
  /** Names the device in later messages. */
  readonly handle: number
  readonly label: string
  readonly sound: ReadableStream<AudioData> | MessagePort
}

/** What the worker asks of the page, by name: the input and the answer. */
export interface PageCalls {
  readonly choose: (wanted: WantedSource) => Promise<DeviceChoice>
  readonly open: (device: {
    readonly source: CapturedSource
    readonly choice: DeviceChoice
  }) => Promise<DeviceResult<OpenedDevice>>
  /** Returns false if the device does not take the settings while it is open. */
  readonly applyProcessing: (device: {
    readonly handle: number
    readonly processing: Processing
  }) => Promise<boolean>
  readonly token: (session: {
    readonly recordingId: string
    readonly source: Source
  }) => Promise<Result<SessionGrant>>
}

export type PageCallName = keyof PageCalls
export type PageCallInput<N extends PageCallName> = Parameters<PageCalls[N]>[0]
export type PageCallResult<N extends PageCallName> = Awaited<ReturnType<PageCalls[N]>>

/** From the page to the worker. */
export type ToWorker =
  /** Zero of the system's monotonic clock, in ms of the worker's. */
  | { readonly type: 'clock'; readonly systemZeroAt: number }
  | { readonly type: 'start'; readonly start: RecorderStart }
  /** Captures without a transcription. */
  | { readonly type: 'check'; readonly order: RecorderOrder }
  | { readonly type: 'change'; readonly order: RecorderOrder }
  | { readonly type: 'stop'; readonly recordingId: string }
  | { readonly type: 'audio-port'; readonly recordingId: string; readonly port: MessagePort }
  /** The system reports that devices were added or removed. */
  | { readonly type: 'devices-changed' }
  /** The device went away by itself. */
  | { readonly type: 'device-ended'; readonly handle: number }
  /** The network is back, or somebody signed in at a proxy. */
  | { readonly type: 'online' }
  /** Opens a session with this grant and ends it, as a test of a key. */
  | { readonly type: 'test'; readonly testId: string; readonly grant: SessionGrant }
  | { readonly type: 'answer'; readonly call: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly call: number; readonly reason: string }

/** From the worker to the page. */
export type FromWorker =
  /** The worker runs, and its monotonic clock reads `nowMs`. The first report: it can record. */
  | { readonly type: 'alive'; readonly nowMs: number }
  /** Events of recordings and checks go over their ports; this is for the others. */
  | { readonly type: 'event'; readonly event: RecorderEvent }
  | { readonly type: 'close-device'; readonly handle: number }
  | { readonly type: 'tested'; readonly outcome: SessionTested }
  | {
      [N in PageCallName]: {
        readonly type: 'call'
        readonly call: number
        readonly name: N
        readonly input: PageCallInput<N>
      }
    }[PageCallName]
