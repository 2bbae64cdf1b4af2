import { noIndex, type Properties, type TagReader, type TagWriter } from './tags'

/**
 * What this client asks and understands, in version 20 of the native protocol, which PulseAudio and
 * pipewire-pulse both speak. Sources: pulsecore/native-common.h and protocol-native.c of PulseAudio.
 */
export const protocolVersion = 20

export const commands = {
  error: 0,
  reply: 2,
  createRecordStream: 5,
  deleteRecordStream: 6,
  auth: 8,
  setClientName: 9,
  getServerInfo: 20,
  getSinks: 22,
  getSources: 24,
  getClients: 28,
  getSinkInputs: 30,
  getSourceOutputs: 32,
  subscribe: 35,
  setSourceVolume: 38,
  setSourceMute: 40,
  recordStreamKilled: 65,
  subscribeEvent: 66,
  recordStreamMoved: 79,
} as const

/** Events of sinks, sources and sink inputs. */
export const subscriptions = 0x01 | 0x02 | 0x04
/** Events of source outputs: of what records. */
export const recordingEvents = 0x08

/** 16-bit little-endian. */
const s16le = 3
/** Of every record stream, in Hz. */
export const streamRate = 48_000
const streamChannels = 2
/** How much sound comes at once, in ms. */
const fragmentMs = 20
/** 100 % */
export const fullVolume = 0x10000

/** A stream that some program plays. */
export interface SinkInput {
  readonly index: number
  readonly client: number
  readonly sink: number
  readonly corked: boolean
  readonly properties: Properties
}

/** An output that plays, and the source that hears it. */
export interface Sink {
  readonly index: number
  readonly name: string
  readonly description: string
  readonly monitor: number
  readonly monitorName: string | null
}

/** A stream with which some program records. */
export interface SourceOutput {
  readonly source: number
  readonly client: number
  readonly corked: boolean
  /** It only measures how loud its source is, as mixers do. */
  readonly isMeter: boolean
  readonly properties: Properties
}

/** A program that is connected to the server. */
export interface ClientInfo {
  readonly index: number
  readonly properties: Properties
}

export interface SourceInfo {
  readonly index: number
  readonly name: string
  readonly channels: number
  /** Of its loudest channel; 0x10000 is 100 %. */
  readonly volume: number
  readonly muted: boolean
  /** It hears an output, and no microphone. */
  readonly isMonitor: boolean
}

/** What a record stream hears: one program, or the monitor of an output with this name. */
export type Heard = { readonly sinkInput: number } | { readonly monitorName: string }

/**
 * `no_move`: without it the server lets a stream go on with another source when its own is gone,
 * which can be the microphone.
 */
export function writeRecordStream(to: TagWriter, heard: Heard): void {
  const bytesPerSecond = streamRate * streamChannels * 2
  const noMove = true
  to.spec({ format: s16le, channels: streamChannels, rate: streamRate })
    .channelMap(streamChannels)
    .u32(noIndex)
    .text('monitorName' in heard ? heard.monitorName : null)
    .u32(noIndex) // the longest buffer: the server's choice
    .flag(false) // corked
    .u32((bytesPerSecond * fragmentMs) / 1_000)
  // no remap, no remix, fix format, fix rate, fix channels, no move, variable rate
  for (const flag of [false, false, false, false, false, noMove, false]) to.flag(flag)
  to.flag(false) // peak detect
    .flag(true) // adjust latency
    .properties({ 'media.name': 'Meeting' })
    .u32('sinkInput' in heard ? heard.sinkInput : noIndex)
    .flag(false) // early requests
    .flag(false) // do not inhibit auto suspend
    .flag(false) // fail on suspend
}

/** The channel of a new record stream. */
export function readRecordStream(from: TagReader): number {
  return from.u32()
}

export function readSinkInputs(from: TagReader): SinkInput[] {
  return readAll(from, () => {
    const index = from.u32()
    from.text()
    from.u32() // module
    const client = from.u32()
    const sink = from.u32()
    from.skipSpec()
    from.skipChannelMap()
    from.channelVolumes()
    from.skipLong() // latency of the buffer
    from.skipLong() // latency of the sink
    from.text() // resample method
    from.text() // driver
    from.flag() // muted
    const properties = from.properties()
    const corked = from.flag()
    from.flag() // has volume
    from.flag() // volume can be written
    return { index, client, sink, corked, properties }
  })
}

export function readSourceOutputs(from: TagReader): SourceOutput[] {
  return readAll(from, () => {
    from.u32() // index
    from.text()
    from.u32() // module
    const client = from.u32()
    const source = from.u32()
    from.skipSpec()
    from.skipChannelMap()
    from.skipLong() // latency of the buffer
    from.skipLong() // latency of the source
    const isMeter = from.text() === 'peaks'
    from.text() // driver
    const properties = from.properties()
    return { source, client, corked: from.flag(), isMeter, properties }
  })
}

export function readClients(from: TagReader): ClientInfo[] {
  return readAll(from, () => {
    const index = from.u32()
    from.text()
    from.u32() // module
    from.text() // driver
    return { index, properties: from.properties() }
  })
}

export function readSinks(from: TagReader): Sink[] {
  return readDevices(from).map(({ index, name, description, other, otherName }) => ({
    index,
    name,
    description,
    monitor: other,
    monitorName: otherName,
  }))
}

export function readSources(from: TagReader): SourceInfo[] {
  return readDevices(from).map((device) => ({ ...device, isMonitor: device.other !== noIndex }))
}

/** The name of the server, such as `PulseAudio (on PipeWire 1.0.5)`. */
export function readServerName(from: TagReader): string {
  return from.text() ?? ''
}

interface DeviceInfo extends Omit<SourceInfo, 'isMonitor'> {
  readonly description: string
  /** Of a sink its monitor, of a monitor its sink. */
  readonly other: number
  readonly otherName: string | null
}

function readDevices(from: TagReader): DeviceInfo[] {
  return readAll(from, () => {
    const index = from.u32()
    const name = from.text() ?? ''
    const description = from.text() ?? name
    from.skipSpec()
    from.skipChannelMap()
    from.u32() // module
    const { channels, loudest: volume } = from.channelVolumes()
    const muted = from.flag()
    const other = from.u32()
    const otherName = from.text()
    from.skipLong() // latency
    from.text() // driver
    from.u32() // flags
    from.properties()
    from.skipLong() // configured latency
    from.skipVolume() // base volume
    from.u32() // state
    from.u32() // volume steps
    from.u32() // card
    const ports = from.u32()
    for (let port = 0; port < ports; port += 1) {
      from.text()
      from.text()
      from.u32()
    }
    from.text() // active port
    return { index, name, description, channels, volume, muted, other, otherName }
  })
}

function readAll<T>(from: TagReader, readOne: () => T): T[] {
  const all: T[] = []
  while (!from.isAtEnd) all.push(readOne())
  return all
}
