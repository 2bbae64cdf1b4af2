import type { ErrorCode } from '../../common/errors'
import {
  capturedSources,
  type ConnectionState,
  type Processing,
  type Settings,
  type Source,
  type SourceStatus,
  type WantedSource,
} from '../../common/model'

/** With any of these, the browser would treat system audio as echo. */
const noProcessing: Processing = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
}

/** The sources in the settings, in a fixed order. */
export function wantedSources({
  sources,
  microphoneId,
  processing,
}: Pick<Settings, 'sources' | 'microphoneId' | 'processing'>): WantedSource[] {
  const microphone = { source: 'microphone' as const, deviceId: microphoneId, processing }
  const system = { source: 'system' as const, deviceId: null, processing: noProcessing }
  return [...(sources.microphone ? [microphone] : []), ...(sources.system ? [system] : [])]
}

const captureCodes: ReadonlySet<ErrorCode> = new Set([
  'no-microphone',
  'microphone-denied',
  'microphone-busy',
  'microphone-failed',
  'microphone-ended',
  'system-denied',
  'system-unsupported',
  'system-failed',
])

/** Whether this error means that a source is not captured. */
export function isCaptureError(code: ErrorCode): boolean {
  return captureCodes.has(code)
}

/** A source waits for sound only while all do: as long as one session is open, that is what counts. */
const fromBest: readonly ConnectionState[] = [
  'waiting',
  'live',
  'catching-up',
  'connecting',
  'offline',
]

/** Returns the connection that the status line shows: the worst of them. */
export function worstConnection(states: Iterable<ConnectionState>): ConnectionState | null {
  let worst = -1
  for (const state of states) worst = Math.max(worst, fromBest.indexOf(state))
  return fromBest[worst] ?? null
}

/** The state of each source of one recording: wanted, captured, refused, connected. */
export interface RecordingSources {
  wanted(): readonly WantedSource[]
  isWanted(source: Source): boolean
  /**
   * Changes the wanted sources. Returns those that this turns off, or null if nothing changed.
   */
  change(wanted: readonly WantedSource[]): Source[] | null
  /** The sources that were captured since they were turned on, even if they are away now. */
  captured(): Source[]
  /** A source is captured, by the device with this name. */
  setCaptured(source: Source, label: string): void
  /** The device of a source is gone, or opening it was refused. */
  setRefused(source: Source): void
  refused(): Source[]
  /** Whether all wanted sources are refused and none was ever captured. */
  isHopeless(): boolean
  /** null: this source has no connection and needs none. */
  setConnection(source: Source, state: ConnectionState | null): void
  clearConnections(): void
  /** With one session for all sources, `source` has no meaning. */
  connectionOf(source: Source): ConnectionState | null
  worstConnection(): ConnectionState | null
  /** Each source once, as the status shows it. `isAbsent`: captured before, but not now. */
  statuses(isAbsent: (source: Source) => boolean): SourceStatus[]
}

/** `sessions`: whether each source has its own connection. */
export function createSources(
  settings: Pick<Settings, 'sources' | 'microphoneId' | 'processing' | 'sessions'>,
): RecordingSources {
  let wanted: readonly WantedSource[] = wantedSources(settings)
  const labels = new Map<Source, string>()
  const refused = new Set<Source>()
  const connections = new Map<Source, ConnectionState>()

  const isWanted = (source: Source) => wanted.some((one) => one.source === source)

  return {
    wanted: () => wanted,
    isWanted,
    change: (next) => {
      if (JSON.stringify(wanted) === JSON.stringify(next)) return null
      const before = wanted
      wanted = next
      const off = before.map(({ source }) => source).filter((source) => !isWanted(source))
      for (const source of off) {
        labels.delete(source)
        refused.delete(source)
      }
      return off
    },
    captured: () => [...labels.keys()],
    setCaptured: (source, label) => {
      labels.set(source, label)
      refused.delete(source)
    },
    setRefused: (source) => void refused.add(source),
    refused: () => [...refused],
    isHopeless: () => labels.size === 0 && wanted.every(({ source }) => refused.has(source)),
    setConnection: (source, state) => {
      if (state === null) connections.delete(source)
      else connections.set(source, state)
    },
    clearConnections: () => connections.clear(),
    connectionOf: (source) => {
      const [only] = connections.values()
      return (settings.sessions === 'one' ? only : connections.get(source)) ?? null
    },
    worstConnection: () => worstConnection(connections.values()),
    statuses: (isAbsent) =>
      capturedSources.map((source) => {
        const state = (): SourceStatus['state'] => {
          if (!isWanted(source)) return 'off'
          if (refused.has(source)) return 'away'
          return labels.has(source) && !isAbsent(source) ? 'on' : 'opening'
        }
        return { source, state: state(), label: labels.get(source) ?? null }
      }),
  }
}

/** The statuses without a recording: every source is off. */
export function sourcesOff(): SourceStatus[] {
  return capturedSources.map((source) => ({ source, state: 'off', label: null }))
}
